"""Corrections of what small German parsers get wrong where the surface leaves no doubt.

Each rule is general: it looks at word order, tags, forms and entity spans, never at words of a subject matter. They
run in an order in which each may rely on those before it.
"""

from __future__ import annotations

from kgbuild.language.clauses.repair import brackets, lists, names, phrases, relatives
from kgbuild.language.clauses.tree import Tree


def repair(tree: Tree) -> None:
    """Correct heads and relations in place."""
    phrases.adjectives_serve_as_nouns(tree)
    phrases.adjectives_reach_their_noun(tree)
    names.hold_together(tree)
    phrases.words_reach_their_noun(tree)
    phrases.titles_lead_their_name(tree)
    names.genitives_before_nouns(tree)
    brackets.auxiliaries_stay_in_their_part(tree)
    brackets.verbs_lead_their_bracket(tree)
    brackets.prefixes_reach_their_verb(tree)
    relatives.follow_their_noun(tree)
    brackets.keep_what_they_hold(tree)
    lists.lists_are_coordinated(tree)
    lists.neither_goes_with_nor(tree)
    phrases.articles_open_phrases(tree)
    phrases.appositions_stand_between_commas(tree)
    phrases.attributes_do_not_cross_verbs(tree)
    brackets.segments_keep_their_phrases(tree)
    phrases.participles_take_what_stands_before_them(tree)
    brackets.predicatives_lead_their_copula(tree)
    brackets.closed_clauses_stay_closed(tree)
    names.datelines_stand_apart(tree)
    names.speakers_stand_apart(tree)
    phrases.genitives_follow_their_noun(tree)
