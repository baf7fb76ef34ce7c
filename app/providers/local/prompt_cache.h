#pragma once
#include "app/ports/text_to_speech.h"
#include "app/providers/local/speech_shaper.h"
#include <QByteArray>
#include <QHash>
#include <QString>
#include <list>
#include <memory>
#include <mutex>
#include <vector>

namespace vox {

// An utterance already rendered: 16 kHz mono.
struct RenderedSpeech {
    std::vector<std::int16_t> samples;
    std::vector<SpokenWord> words;
};

// Rendered prompts, by what they say and how. Memory is bounded (the least lately used go first); what is rendered on purpose is
// also kept in a folder, where a file appears whole or not at all and a damaged one is dropped. Any thread.
class PromptCache {
public:
    struct Limits {
        qint64 memoryBytes = 64 << 20; // half an hour of speech
        qint64 diskBytes = 256 << 20;
    };
    // An empty folder: memory only. Oldest files beyond the disk limit are removed here.
    PromptCache(const QString &folder, Limits limits);

    // `engine`: SpeechEngine::identity().
    static QByteArray key(const QString &engine, const QString &text, const VoiceSettings &settings);

    // From memory; costs a lock.
    std::shared_ptr<const RenderedSpeech> find(const QByteArray &key);
    // Brings it from the folder into memory; false when it is not there. Blocks on the disk.
    bool load(const QByteArray &key);
    // Keeps in memory: texts that only occurred, and may be personal, never reach the disk.
    void keep(const QByteArray &key, RenderedSpeech speech);
    // Keeps in memory and in the folder. Blocks on the disk; a full disk costs the file only.
    void store(const QByteArray &key, RenderedSpeech speech);

    qint64 memoryBytes() const;

private:
    struct Entry {
        QByteArray key;
        std::shared_ptr<const RenderedSpeech> speech;
    };
    QString pathOf(const QByteArray &key) const;
    void prune() const;

    const QString m_folder;
    const Limits m_limits;
    mutable std::mutex m_mutex;
    std::list<Entry> m_recent; // first: latest used
    QHash<QByteArray, std::list<Entry>::iterator> m_index;
    qint64 m_bytes = 0;
};

// The file format of the cache; exposed for tests. Nothing when damaged.
QByteArray packSpeech(const RenderedSpeech &speech);
std::optional<RenderedSpeech> unpackSpeech(const QByteArray &bytes);

} // namespace vox
