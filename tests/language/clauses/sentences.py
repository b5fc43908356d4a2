"""Sentences parsed by hand in both schemes.

Each word is a line: word, part of speech, lemma, head and relation of Universal Dependencies, head and label of
TIGER (heads count from 1, 0 is the root), features. The sentences were written for these tests.
"""

BEITRITT = """
Kasachstan  PROPN Kasachstan  2 nsubj         2 sb  Case=Nom|Number=Sing
tritt       VERB  treten      0 ROOT          0 ROOT  VerbForm=Fin|Mood=Ind|Number=Sing
den         DET   der         4 det           4 nk  Case=Dat|Number=Plur
Abkommen    NOUN  Abkommen    2 iobj          2 da  Case=Dat|Number=Plur
bei         ADP   bei         2 compound:prt  2 svp _
.           PUNCT .           2 punct         2 punct _
"""
PERFEKT = """
Israel        PROPN Israel        5 nsubj  2 sb  Case=Nom|Number=Sing
hat           AUX   haben         5 aux    0 ROOT  VerbForm=Fin|Mood=Ind|Number=Sing
den           DET   der           4 det    4 nk  Case=Acc|Number=Sing
Pakt          NOUN  Pakt          5 obj    5 oa  Case=Acc|Number=Sing|Gender=Masc
unterzeichnet VERB  unterzeichnen 0 ROOT   2 oc  VerbForm=Part
.             PUNCT .             5 punct  2 punct _
"""
PASSIV = """
Der           DET   der           2 det        2 nk  Case=Nom|Number=Sing
Vertrag       NOUN  Vertrag       6 nsubj:pass 3 sb  Case=Nom|Number=Sing|Gender=Masc
wurde         AUX   werden        6 aux:pass   0 ROOT  VerbForm=Fin|Mood=Ind|Number=Sing
von           ADP   von           5 case       6 sbp _
Moldau        PROPN Moldau        6 obl:agent  4 nk  Case=Dat|Number=Sing
gekündigt     VERB  kündigen      0 ROOT       3 oc  VerbForm=Part
.             PUNCT .             6 punct      3 punct _
"""
MODAL = """
Die           DET   der           2 det        2 nk  Case=Nom|Number=Sing
Regierung     NOUN  Regierung     7 nsubj:pass 3 sb  Case=Nom|Number=Sing|Gender=Fem
soll          AUX   sollen        7 aux        0 ROOT  VerbForm=Fin|Mood=Ind|Number=Sing
in            ADP   in            5 case       7 mo  _
Baku          PROPN Baku          7 obl        4 nk  Case=Dat|Number=Sing
nicht         PART  nicht         7 advmod     7 ng  _
beteiligt     VERB  beteiligen    0 ROOT       8 oc  VerbForm=Part
werden        AUX   werden        7 aux:pass   3 oc  VerbForm=Inf
.             PUNCT .             7 punct      3 punct _
"""
KOPULA = """
Oman          PROPN Oman          4 nsubj  2 sb  Case=Nom|Number=Sing
ist           AUX   sein          4 cop    0 ROOT  VerbForm=Fin|Mood=Ind|Number=Sing
seit2020      ADV   seit2020      4 advmod 2 mo  _
Mitglied      NOUN  Mitglied      0 ROOT   2 pd  Case=Nom|Number=Sing
der           DET   der           6 det    6 nk  Case=Gen|Number=Sing
Union         NOUN  Union         4 nmod   4 ag  Case=Gen|Number=Sing|Gender=Fem
.             PUNCT .             4 punct  2 punct _
"""
NEBENSATZ = """
Der           DET   der           2 det    2 nk  Case=Nom|Number=Sing
Minister      NOUN  Minister      3 nsubj  3 sb  Case=Nom|Number=Sing|Gender=Masc
gab           VERB  geben         0 ROOT   0 ROOT  VerbForm=Fin|Mood=Ind|Number=Sing
bekannt       ADJ   bekannt       3 compound:prt 3 svp _
,             PUNCT ,             3 punct  3 punct _
dass          SCONJ dass          10 mark  11 cp _
Armenien      PROPN Armenien      10 nsubj 11 sb Case=Nom|Number=Sing
der           DET   der           9 det    9 nk  Case=Dat|Number=Sing
Union         NOUN  Union         10 iobj  10 da Case=Dat|Number=Sing|Gender=Fem
beitreten     VERB  beitreten     3 ccomp  11 oc VerbForm=Inf
wird          AUX   werden        10 aux   3 oc  VerbForm=Fin|Mood=Ind|Number=Sing
.             PUNCT .             3 punct  3 punct _
"""
RELATIV = """
Staaten       NOUN  Staat         9 nsubj  9 sb  Case=Nom|Number=Plur|Gender=Masc
,             PUNCT ,             7 punct  1 punct _
denen         PRON  der           7 iobj   7 da  Case=Dat|Number=Plur|PronType=Rel
der           DET   der           5 det    5 nk  Case=Nom|Number=Sing
Pakt          NOUN  Pakt          7 nsubj  7 sb  Case=Nom|Number=Sing|Gender=Masc
nicht         PART  nicht         7 advmod 7 ng  _
gefällt       VERB  gefallen      1 acl    1 rc  VerbForm=Fin|Mood=Ind|Number=Sing
,             PUNCT ,             7 punct  1 punct _
warten        VERB  warten        0 ROOT   0 ROOT  VerbForm=Fin|Mood=Ind|Number=Plur
.             PUNCT .             9 punct  9 punct _
"""
AUFZAEHLUNG = """
Ungarn        PROPN Ungarn        6 nsubj  6 sb  Case=Nom|Number=Sing
,             PUNCT ,             3 punct  1 punct _
Polen         PROPN Polen         1 conj   1 cj  Case=Nom|Number=Sing
und           CCONJ und           5 cc     3 cd  _
Malta         PROPN Malta         1 conj   4 cj  Case=Nom|Number=Sing
verhandeln    VERB  verhandeln    0 ROOT   0 ROOT  VerbForm=Fin|Mood=Ind|Number=Plur
mit           ADP   mit           8 case   6 op  _
Chile         PROPN Chile         6 obl    7 nk  Case=Dat|Number=Sing
und           CCONJ und           10 cc    8 cd  _
Peru          PROPN Peru          8 conj   9 cj  Case=Dat|Number=Sing
.             PUNCT .             6 punct  6 punct _
"""
KONTROLLE = """
Wien          PROPN Wien          2 nsubj  2 sb  Case=Nom|Number=Sing
forderte      VERB  fordern       0 ROOT   0 ROOT  VerbForm=Fin|Mood=Ind|Number=Sing
Bern          PROPN Bern          2 obj    2 oa  Case=Acc|Number=Sing
auf           ADP   auf           2 compound:prt 2 svp _
,             PUNCT ,             9 punct  2 punct _
das           DET   der           7 det    7 nk  Case=Acc|Number=Sing
Papier        NOUN  Papier        9 obj    9 oa  Case=Acc|Number=Sing|Gender=Neut
zu            PART  zu            9 mark   9 pm  _
ratifizieren  VERB  ratifizieren  2 xcomp  2 oc  VerbForm=Inf
.             PUNCT .             2 punct  2 punct _
"""
REFLEXIV = """
Kuba          PROPN Kuba          5 nsubj  2 sb  Case=Nom|Number=Sing
hat           AUX   haben         5 aux    0 ROOT  VerbForm=Fin|Mood=Ind|Number=Sing
sich          PRON  sich          5 obj    5 oa  Case=Acc|Reflex=Yes
bereit        ADJ   bereit        5 advmod 5 mo  _
erklärt       VERB  erklären      0 ROOT   2 oc  VerbForm=Part
,             PUNCT ,             8 punct  5 punct _
dem           DET   der           8 det    8 nk  Case=Dat|Number=Sing
Block         NOUN  Block         9 iobj   9 da  Case=Dat|Number=Sing|Gender=Masc
beizutreten   VERB  beitreten     5 xcomp  5 oc  VerbForm=Inf
.             PUNCT .             5 punct  2 punct _
"""
PARTIZIP = """
Die           DET   der           5 det    5 nk  Case=Nom|Number=Sing
von           ADP   von           3 case   4 sbp _
Oslo          PROPN Oslo          4 obl    2 nk  Case=Dat|Number=Sing
vermittelte   ADJ   vermittelt    5 amod   5 nk  Case=Nom|Number=Sing
Waffenruhe    NOUN  Waffenruhe    6 nsubj  6 sb  Case=Nom|Number=Sing|Gender=Fem
hält          VERB  halten        0 ROOT   0 ROOT  VerbForm=Fin|Mood=Ind|Number=Sing
.             PUNCT .             6 punct  6 punct _
"""
NOMINAL = """
Der           DET   der           2 det    2 nk  Case=Nom|Number=Sing
Beitritt      NOUN  Beitritt      7 nsubj  7 sb  Case=Nom|Number=Sing|Gender=Masc
Katars        PROPN Katar         2 nmod   2 ag  Case=Gen|Number=Sing
zu            ADP   zu            6 case   2 mnr _
den           DET   der           6 det    6 nk  Case=Dat|Number=Plur
Abkommen      NOUN  Abkommen      2 nmod   4 nk  Case=Dat|Number=Plur
überrascht    VERB  überraschen   0 ROOT   0 ROOT  VerbForm=Fin|Mood=Ind|Number=Sing
.             PUNCT .             7 punct  7 punct _
"""
KOORDINATION = """
Die           DET   der           2 det    2 nk  Case=Nom|Number=Sing
Kanzlerin     NOUN  Kanzlerin     3 nsubj  3 sb  Case=Nom|Number=Sing|Gender=Fem
reist         VERB  reisen        0 ROOT   0 ROOT  VerbForm=Fin|Mood=Ind|Number=Sing
nach          ADP   nach          5 case   3 mo  _
Riad          PROPN Riad          3 obl    4 nk  Case=Dat|Number=Sing
und           CCONJ und           7 cc     3 cd  _
trifft        VERB  treffen       3 conj   6 cj  VerbForm=Fin|Mood=Ind|Number=Sing
den           DET   der           9 det    9 nk  Case=Acc|Number=Sing
König         NOUN  König         7 obj    7 oa  Case=Acc|Number=Sing|Gender=Masc
.             PUNCT .             3 punct  3 punct _
"""
KONJUNKTIV = """
Das           DET   der           2 det    2 nk  Case=Nom|Number=Sing
Papier        NOUN  Papier        5 nsubj:pass 3 sb  Case=Nom|Number=Sing|Gender=Neut
sei           AUX   sein          5 aux    8 oc  VerbForm=Fin|Mood=Sub|Number=Sing
nie           ADV   nie           5 advmod 5 mo  _
geprüft       VERB  prüfen        8 ccomp  6 oc  VerbForm=Part
worden        AUX   werden        5 aux:pass 3 oc VerbForm=Part
,             PUNCT ,             5 punct  8 punct _
sagte         VERB  sagen         0 ROOT   0 ROOT  VerbForm=Fin|Mood=Ind|Number=Sing
die           DET   der           10 det   10 nk Case=Nom|Number=Sing
Sprecherin    NOUN  Sprecherin    8 nsubj  8 sb  Case=Nom|Number=Sing|Gender=Fem
.             PUNCT .             8 punct  8 punct _
"""
MODALPASSIV = """
Der           DET   der           2 det    2 nk  Case=Nom|Number=Sing
Vertrag       NOUN  Vertrag       7 nsubj  3 sb  Case=Nom|Number=Sing|Gender=Masc
ist           AUX   sein          7 aux    0 ROOT  VerbForm=Fin|Mood=Ind|Number=Sing
bis           ADP   bis           5 case   7 mo  _
Mai           PROPN Mai           7 obl    4 nk  Case=Acc|Number=Sing
zu            PART  zu            7 mark   7 pm  _
ratifizieren  VERB  ratifizieren  0 ROOT   3 oc  VerbForm=Inf
.             PUNCT .             7 punct  3 punct _
"""
WEDER = """
Weder         CCONJ weder         2 cc     2 cd  _
Togo          PROPN Togo          5 nsubj  5 sb  Case=Nom|Number=Sing
noch          CCONJ noch          4 cc     2 cd  _
Ghana         PROPN Ghana         2 conj   3 cj  Case=Nom|Number=Sing
stimmten      VERB  stimmen       0 ROOT   0 ROOT  VerbForm=Fin|Mood=Ind|Number=Plur
dem           DET   der           7 det    7 nk  Case=Dat|Number=Sing
Plan          NOUN  Plan          5 iobj   5 da  Case=Dat|Number=Sing|Gender=Masc
zu            ADP   zu            5 compound:prt 5 svp _
.             PUNCT .             5 punct  5 punct _
"""
ABSICHT = """
Die           DET   der           2 det    2 nk  Case=Acc|Number=Sing
Absicht       NOUN  Absicht       10 obj   10 oa Case=Acc|Number=Sing|Gender=Fem
der           DET   der           4 det    4 nk  Case=Gen|Number=Sing
Regierung     NOUN  Regierung     2 nmod   2 ag  Case=Gen|Number=Sing|Gender=Fem
,             PUNCT ,             8 punct  2 punct _
dem           DET   der           7 det    7 nk  Case=Dat|Number=Sing
Pakt          NOUN  Pakt          8 iobj   8 da  Case=Dat|Number=Sing|Gender=Masc
beizutreten   VERB  beitreten     2 acl    2 oc  VerbForm=Inf
,             PUNCT ,             8 punct  2 punct _
begrüßte      VERB  begrüßen      0 ROOT   0 ROOT  VerbForm=Fin|Mood=Ind|Number=Sing
er            PRON  er            10 nsubj 10 sb Case=Nom|Number=Sing
.             PUNCT .             10 punct 10 punct _
"""
UMZU = """
Sie           PRON  sie           2 nsubj  2 sb  Case=Nom|Number=Plur
kamen         VERB  kommen        0 ROOT   0 ROOT  VerbForm=Fin|Mood=Ind|Number=Plur
,             PUNCT ,             8 punct  2 punct _
um            SCONJ um            8 mark   8 cp  _
die           DET   der           6 det    6 nk  Case=Acc|Number=Sing
Krise         NOUN  Krise         8 obj    8 oa  Case=Acc|Number=Sing|Gender=Fem
zu            PART  zu            8 mark   8 pm  _
beenden       VERB  beenden       2 advcl  2 mo  VerbForm=Inf
.             PUNCT .             2 punct  2 punct _
"""
ALL = {name: text for name, text in globals().items() if name.isupper()}
