#pragma once
#include "app/providers/net/vendor_voice.h"
#include "app/providers/yandex/speechkit_recogniser.h"

namespace vox {

// Speaks with Yandex SpeechKit, version 3: a call an utterance, sound as it is made. One per conversation, on its executor.
class SpeechKitVoice final : public VendorVoice {
public:
    struct Options {
        SpeechKitAccount account;
        QString voice;         // when the agent names none
        int timeoutMs = 20000; // of a whole utterance
    };
    static constexpr qsizetype kLongestText = 5000; // characters, the vendor's limit

    SpeechKitVoice(CallStreams &calls, Options options, Executor &executor);
    ~SpeechKitVoice() override { stop(); }

private:
    void ask() override;
    void hangUp() override;
    SpeechUsage usage() const override;
    QString voice() const { return settings().voice.isEmpty() ? m_options.voice : settings().voice; }
    void arrived(const QByteArray &message);
    void mark(const QString &said, qint64 startMs);
    void ended(const std::optional<Error> &error);

    CallStreams &m_calls;
    const Options m_options;
    std::optional<CallStreams::CallId> m_call;
    qsizetype m_marked = 0; // characters up to the last word that was reached
};

} // namespace vox
