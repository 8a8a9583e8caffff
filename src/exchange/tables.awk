# From data/exchange/*.tsv to the rows of a C table, in file order: text in
# quotes; with -v names=N the first N cells are names of enumerations, the
# kind of table and the field.
BEGIN { FS = "\t" }
/^#/ || NF < 2 { next }
!header { header = 1; n = NF; prefix[1] = "DATELINE_TABLE_"; prefix[2] = "DATELINE_FIELD_"; next }
{
  printf "  { "
  for (i = 1; i <= n; i++)
    if (i <= names)
      printf "%s, ", prefix[i] toupper($i)
    else
      printf "\"%s\"%s", $i, i < n ? ", " : ""
  print " },"
}
