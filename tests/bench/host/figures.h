#pragma once
#include <QTextStream>
#include <cstdint>
#include <vector>

// What the benches of the loop have in common: figures of lists, and what the machine says of this process.
namespace vox::bench {

// Nearest rank, of microseconds in milliseconds; -1 when there are none.
template <typename T> double quantile(std::vector<T> values, double q);
// "n 240  p50 0.310  p95 0.402  p99 0.511  max 0.9", of microseconds in milliseconds.
QString figures(const std::vector<std::int64_t> &us);

double residentMiB();
double peakMiB();
double cpuSeconds(); // of all threads so far
QString machine();   // processor, cores, load

int turns(int count, QTextStream &out);
int bargeIns(int count, QTextStream &out);
int starts(int count, QTextStream &out);
int startedChild(std::int64_t beganUs, QTextStream &out);
int blocks(QTextStream &out);
struct LoadWish {
    int conversations = 500;
    int seconds = 25;
    bool silero = false;
};
int load(const LoadWish &wish, QTextStream &out);
int simulation(int minutes, QTextStream &out);
int generated(int count, QTextStream &out);
int longCall(double hours, QTextStream &out);

} // namespace vox::bench
