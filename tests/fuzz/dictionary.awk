# From the lexicon's phrases to a dictionary of libFuzzer's: words that lead it into the grammar.
BEGIN { FS = "\t" }
FNR == 1 { column = 0 }
/^#/ { next }
!column { for (i = 1; i <= NF; i++) if ($i == "phrases") column = i; if (!column) column = -1; next }
column > 0 {
  n = split($column, phrases, "|")
  for (i = 1; i <= n && i <= 3; i++) { # the first spellings are enough
    phrase = phrases[i]
    sub(/^[\^~]/, "", phrase)
    if (phrase ~ /^[A-Za-z0-9 .'-]+$/) print "\" " phrase " \""
  }
}
