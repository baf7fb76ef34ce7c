#pragma once
#include "app/providers/local/open_segment.h"
#include "app/providers/local/sherpa_model.h"
#include "app/providers/local/speech_stream.h"
#include <mutex>

namespace vox {

// A segment on its way through a model that streams. After Final its decoder starts afresh behind what it has told.
class SherpaOnlineStream final : public SpeechStream {
public:
    explicit SherpaOnlineStream(std::shared_ptr<const SherpaModel> model) : m_model(std::move(model)) {}
    ~SherpaOnlineStream() override;
    bool hear(Samples samples, Ask ask, Transcript &into) override;

private:
    QString decode();
    void close();

    std::shared_ptr<const SherpaModel> m_model;
    std::mutex m_mutex;
    const sherpa::OnlineStream *m_stream = nullptr;
    QString m_told; // what is certain
    qint64 m_heard = 0; // samples
};

// A segment for a model that does not stream: heard anew as a whole, for a partial when enough has been added since the last
// look, and less often the longer a look takes. What is longer than models take is cut at a pause.
class SherpaOfflineStream final : public SpeechStream {
public:
    explicit SherpaOfflineStream(std::shared_ptr<const SherpaModel> model) : m_model(std::move(model)) {}
    bool hear(Samples samples, Ask ask, Transcript &into) override;

private:
    static constexpr std::size_t kLongest = 28 * kSampleRate; // Whisper's window is 30 s
    static constexpr std::size_t kLookEvery = 400 * kSampleRate / 1000;
    QString decode(const std::vector<float> &samples) const;

    std::shared_ptr<const SherpaModel> m_model;
    std::mutex m_mutex;
    OpenSegment m_segment{kLongest};
    QString m_told, m_newest;  // of closed pieces, of the open one
    std::size_t m_looked = 0, m_lookedSpeech = 0, m_lookEvery = kLookEvery; // samples
};

} // namespace vox
