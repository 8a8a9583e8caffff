# From data/lexicon/actors.tsv to rows of id, side, country and kind.
BEGIN { FS = "\t" }
/^#/ || /^phrases\t/ || $2 == "" { next }
!seen[$2]++ { printf "  { \"%s\", \"%s\", \"%s\", \"%s\" },\n", $2, $4, $5, $9 }
