/* dateline-timeline-layout.c: how the date bar folds
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dateline-timeline"

#include "config.h"

#include "dateline-timeline-layout.h"

#define ROW_SPACING 6
#define COLUMN_SPACING 12

/* A scrubber narrower than this is better off below. */
#define MIN_SCRUBBER_WIDTH 480

/* The controls keep this width whatever is written on them, so that the
 * scrubber stays where it is. */
#define CONTROLS_WIDTH 340

typedef struct
{
  int minimum;
  int natural;
} Size;

typedef enum
{
  FOLD_NONE,    /* heading and controls before the scrubber */
  FOLD_ONE_ROW, /* heading and controls in a row above it */
  FOLD_TWO_ROWS /* heading, controls, scrubber: one below the other */
} Fold;

struct _DatelineTimelineLayout
{
  GtkLayoutManager parent_instance;
};

G_DEFINE_FINAL_TYPE (DatelineTimelineLayout, dateline_timeline_layout, GTK_TYPE_LAYOUT_MANAGER)

static void
get_children (GtkWidget *widget, GtkWidget *children[3])
{
  children[0] = gtk_widget_get_first_child (widget);
  children[1] = gtk_widget_get_next_sibling (children[0]);
  children[2] = gtk_widget_get_next_sibling (children[1]);
}

static Size
measure (GtkWidget *child, GtkOrientation orientation)
{
  Size size;

  gtk_widget_measure (child, orientation, -1, &size.minimum, &size.natural, NULL, NULL);
  return size;
}

static Fold
get_fold (GtkWidget *children[3], int width)
{
  int heading = measure (children[0], GTK_ORIENTATION_HORIZONTAL).natural;
  int controls = MAX (measure (children[1], GTK_ORIENTATION_HORIZONTAL).natural, CONTROLS_WIDTH);

  if (MAX (heading, controls) + COLUMN_SPACING + MIN_SCRUBBER_WIDTH <= width)
    return FOLD_NONE;
  return heading + COLUMN_SPACING + controls <= width ? FOLD_ONE_ROW : FOLD_TWO_ROWS;
}

static void
measure_width (GtkWidget *children[3], int *minimum, int *natural)
{
  Size heading = measure (children[0], GTK_ORIENTATION_HORIZONTAL);
  Size controls = measure (children[1], GTK_ORIENTATION_HORIZONTAL);
  Size scrubber = measure (children[2], GTK_ORIENTATION_HORIZONTAL);

  *minimum = MAX (MAX (heading.minimum, controls.minimum), scrubber.minimum);
  *natural = MAX (heading.natural, MAX (controls.natural, CONTROLS_WIDTH)) + COLUMN_SPACING + scrubber.natural;
}

static void
measure_height (GtkWidget *children[3], int width, int *minimum, int *natural)
{
  Size heading = measure (children[0], GTK_ORIENTATION_VERTICAL);
  Size controls = measure (children[1], GTK_ORIENTATION_VERTICAL);
  Size scrubber = measure (children[2], GTK_ORIENTATION_VERTICAL);
  Fold fold = width < 0 ? FOLD_NONE : get_fold (children, width);
  int  column = heading.natural + ROW_SPACING + controls.natural;

  if (fold == FOLD_ONE_ROW)
    column = MAX (heading.natural, controls.natural);
  if (fold == FOLD_NONE)
    {
      *minimum = MAX (column, scrubber.minimum);
      *natural = MAX (column, scrubber.natural);
      return;
    }
  *minimum = column + ROW_SPACING + scrubber.minimum;
  *natural = column + ROW_SPACING + scrubber.natural;
}

static void
dateline_timeline_layout_measure (GtkLayoutManager *manager, GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural, int *minimum_baseline, int *natural_baseline)
{
  GtkWidget *children[3];

  get_children (widget, children);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    measure_width (children, minimum, natural);
  else
    measure_height (children, for_size, minimum, natural);
}

/* @x counts from where lines of text begin. */
static void
place (GtkWidget *widget, GtkWidget *child, int bar_width, int x, int y, int width, int height)
{
  if (gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL)
    x = bar_width - x - width;
  gtk_widget_size_allocate (child, &(GtkAllocation){ x, y, width, height }, -1);
}

static void
allocate_beside (GtkWidget *widget, GtkWidget *children[3], int width, int height)
{
  int heading_height = measure (children[0], GTK_ORIENTATION_VERTICAL).natural;
  int controls_height = measure (children[1], GTK_ORIENTATION_VERTICAL).natural;
  int column = MAX (measure (children[0], GTK_ORIENTATION_HORIZONTAL).natural, MAX (measure (children[1], GTK_ORIENTATION_HORIZONTAL).natural, CONTROLS_WIDTH));
  int scrubber_x = column + COLUMN_SPACING;
  int spare = MAX (height - heading_height - controls_height - ROW_SPACING, 0);

  place (widget, children[0], width, 0, spare / 2, column, heading_height);
  place (widget, children[1], width, 0, spare / 2 + heading_height + ROW_SPACING, column, controls_height);
  place (widget, children[2], width, scrubber_x, 0, width - scrubber_x, height);
}

static void
allocate_above (GtkWidget *widget, GtkWidget *children[3], int width, int height, gboolean one_row)
{
  int heading_height = measure (children[0], GTK_ORIENTATION_VERTICAL).natural;
  int controls_height = measure (children[1], GTK_ORIENTATION_VERTICAL).natural;
  int controls_width = MIN (MAX (measure (children[1], GTK_ORIENTATION_HORIZONTAL).natural, CONTROLS_WIDTH), width);
  int y;

  if (one_row)
    {
      int row_height = MAX (heading_height, controls_height);
      int controls_x = width - controls_width;

      place (widget, children[0], width, 0, (row_height - heading_height) / 2, controls_x - COLUMN_SPACING, heading_height);
      place (widget, children[1], width, controls_x, (row_height - controls_height) / 2, controls_width, controls_height);
      y = row_height + ROW_SPACING;
    }
  else
    {
      place (widget, children[0], width, 0, 0, width, heading_height);
      place (widget, children[1], width, 0, heading_height + ROW_SPACING, width, controls_height);
      y = heading_height + controls_height + 2 * ROW_SPACING;
    }
  place (widget, children[2], width, 0, y, width, MAX (height - y, 0));
}

static void
dateline_timeline_layout_allocate (GtkLayoutManager *manager, GtkWidget *widget, int width, int height, int baseline)
{
  GtkWidget *children[3];
  Fold       fold;

  get_children (widget, children);
  fold = get_fold (children, width);
  if (fold == FOLD_NONE)
    allocate_beside (widget, children, width, height);
  else
    allocate_above (widget, children, width, height, fold == FOLD_ONE_ROW);
}

static GtkSizeRequestMode
dateline_timeline_layout_get_request_mode (GtkLayoutManager *manager, GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
dateline_timeline_layout_class_init (DatelineTimelineLayoutClass *klass)
{
  GtkLayoutManagerClass *manager_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  manager_class->measure = dateline_timeline_layout_measure;
  manager_class->allocate = dateline_timeline_layout_allocate;
  manager_class->get_request_mode = dateline_timeline_layout_get_request_mode;
}

static void
dateline_timeline_layout_init (DatelineTimelineLayout *self)
{
}
