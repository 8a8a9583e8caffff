/* dateline-exchange-error.c: why an input could not be read
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "dateline-exchange-error.h"

G_DEFINE_QUARK (dateline - exchange - error - quark, dateline_exchange_error)
