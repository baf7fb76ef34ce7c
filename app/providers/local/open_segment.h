#pragma once
#include "models/audio/block.h"
#include <cstddef>
#include <vector>

namespace vox {

// The sound of a segment that is still open, cut at pauses into pieces a recogniser can take at once, with a notion of
// where the speech in it ends. All figures count samples since the segment's beginning. Lives on the executor.
class OpenSegment {
public:
    explicit OpenSegment(std::size_t longestPiece) : m_longest(longestPiece) {}

    void add(Samples samples);
    std::size_t length() const { return m_start + m_sound.size(); }
    // How much of it was louder than the pauses within it.
    std::size_t speech() const { return m_speech; }
    // End of the last loud block.
    std::size_t speechEnd() const { return m_speechEnd; }

    struct Piece {
        std::size_t start = 0;
        std::vector<float> samples;
    };
    // True when the sound has become too long; takeOldest() then removes the part before its quietest moment.
    bool isTooLong() const { return m_sound.size() > m_longest; }
    Piece takeOldest();
    // What is left: the newest piece, a copy.
    Piece newest() const { return {m_start, m_sound}; }
    std::size_t newestStart() const { return m_start; }

private:
    std::size_t m_longest;
    std::size_t m_start = 0; // of m_sound
    std::vector<float> m_sound;
    std::size_t m_speech = 0, m_speechEnd = 0;
    float m_loudest = 0; // mean square of the loudest block
};

} // namespace vox
