#pragma once
#include "app/providers/local/local_recognisers.h"
#include "app/shelf/model_process.h"

namespace vox {

// A recogniser whose model runs in a process of its own. Lives on its conversation's executor; what the child says comes
// back there. When the child ends it fails at once, also in the middle of a word, and does not come back: the call goes on
// with another one.
class HostedSpeechToText final : public SpeechToText {
public:
    HostedSpeechToText(std::shared_ptr<ModelProcess> process, const QString &language, Executor &executor);
    ~HostedSpeechToText() override;

    void setListener(Listener *listener) override;
    void expect(const QStringList &phrases) override;
    void begin() override;
    void feed(Samples samples) override;
    Ticket requestFinal() override;
    void drop() override;

private:
    struct Ear;
    void send(ModelFrame::Kind kind, const QByteArray &payload = {});

    const std::shared_ptr<ModelProcess> m_process;
    const std::shared_ptr<Ear> m_ear;
    std::uint32_t m_session = 0;
};

// All conversations share the process, which starts with the first that needs it.
LocalRecogniser hostedRecogniser(const QString &provider, const QStringList &languages, std::shared_ptr<ModelProcess> process);

} // namespace vox
