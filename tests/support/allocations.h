#pragma once
#include <cstdint>

// What a program that links this asks of the heap: every malloc counts, whoever calls it (Qt's containers do so directly).
// Only with glibc and without a sanitizer; elsewhere nothing is counted and counted() says so.
namespace vox::test {

bool counted();
std::int64_t allocationsHere();       // calls of this thread so far
std::int64_t allocationsEverywhere(); // calls of all threads
std::int64_t liveBytes();             // what is allocated now, by all threads

} // namespace vox::test
