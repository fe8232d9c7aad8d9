#pragma once

#include <newsarc/usage.hpp>

#include "store/sql/connection.hpp"

namespace newsarc::search {

/// See Archive::keywords().
Keywords keywords(const store::Connection& connection, const KeywordRequest& request);

/// The log-likelihood ratio of a word that stands `a` times in `all_a` words and `b` times in `all_b` others
/// (T. Dunning, Accurate methods for the statistics of surprise and coincidence, 1993; in the form of Rayson
/// and Garside, 2000). 0 where either text has no word.
double log_likelihood(double a, double all_a, double b, double all_b);

}  // namespace newsarc::search
