#pragma once
#include <QString>
#include <QStringList>
#include <vector>

namespace vox::bench {

struct Utterance {
    QString name;
    QStringList said; // words as spoken
    bool digitByDigit = false;
    std::vector<float> samples; // 16 kHz mono
};

// The read speech of Debian's pocketsphinx-testdata with its transcripts, as far as the package is installed: card games
// (noisy, far microphone), LibriVox sentences, a robot's order, a digit string.
std::vector<Utterance> readSpeech();

} // namespace vox::bench
