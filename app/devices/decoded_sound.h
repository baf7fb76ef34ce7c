#pragma once
#include "app/sound/sound_reader.h"
#include <QMutex>
#include <atomic>
#include <optional>
#include <vector>

namespace vox {

// A recording in memory, both lanes at 16 kHz, filled by one thread while another already reads. Shared by both.
class DecodedSound {
public:
    // Reads the whole file; returns early once cancelled. Call it once, off the UI thread.
    void decode(const QString &path);
    void cancel() { m_cancelled = true; }

    // One frame as -1..1, 0 outside what is there.
    struct Frame { float caller = 0, agent = 0; };
    // Copies frames [from, from + into.size()) as far as they are decoded; how many.
    std::size_t read(qint64 from, std::span<Frame> into) const;
    qint64 frames() const;   // decoded so far
    bool isComplete() const; // nothing more will come
    std::optional<Error> error() const;

private:
    static constexpr std::size_t kChunk = kSampleRate;
    struct Packed { std::int16_t caller, agent; };
    void append(const std::vector<float> &caller, const std::vector<float> &agent);

    mutable QMutex m_mutex; // guards all below
    std::vector<std::vector<Packed>> m_chunks;
    qint64 m_frames = 0;
    bool m_complete = false;
    std::optional<Error> m_error;
    std::atomic_bool m_cancelled = false;
};

} // namespace vox
