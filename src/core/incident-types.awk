# From data/lexicon/incident-types.tsv to the rows of a C table, in file order.
BEGIN { FS = "\t" }
/^#/ || /^id\t/ || NF < 6 { next }
{ printf "  { \"%s\", \"%s\", \"%s\", \"%s\", \"%s\", \"%s\" },\n", $1, $2, $3, $4, $5, $6 }
