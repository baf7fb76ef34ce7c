#pragma once
#include <QString>
#include <mutex>

namespace vox {

// The right to use espeak-ng, whose state is one per process: holding this object holds its lock. Starts the library the
// first time. Take it for one sentence, on a pool's thread.
class EspeakLibrary {
public:
    EspeakLibrary();
    // 0 when the library or its data cannot be used.
    int sampleRate() const;
    // Takes the voice of a language ("ru", "en-GB"); false when there is none.
    bool setLanguage(const QString &language);
    // What the text sounds like in the language last set, in the International Phonetic Alphabet, words apart.
    QString ipa(const QString &text);

private:
    std::unique_lock<std::mutex> m_lock;
};

} // namespace vox
