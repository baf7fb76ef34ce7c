#pragma once
#include "ui/screens/screen.h"
#include "ui/viewmodels/conversation_view_model.h"
#include <memory>

namespace vox {

class AgentDocuments;
class Conversations;
class SoundPlayer;

// What was said: a list of any length, filtered while typing, and one conversation at a time with its sound, words and
// milliseconds on one time axis. open() takes a conversation's id. Everything given outlives the screen. GUI thread.
class ConversationsScreen : public Screen {
    Q_OBJECT
public:
    ConversationsScreen(Conversations &conversations, AgentDocuments &agents, SoundPlayer &player, QWidget *parent = nullptr,
                        FetchRecording fetch = {});
    ~ConversationsScreen() override;

    QString key() const override { return QStringLiteral("conversations"); }
    QString title() const override { return tr("Conversations"); }
    QString iconName() const override { return QStringLiteral("messages-square"); }
    QJsonObject saveState() const override;
    void restoreState(const QJsonObject &state) override;
    void open(const QString &conversation) override;

signals:
    // The operator wants to go on with a call that was cut off.
    void continueRequested(const vox::StoredConversation &conversation);

protected:
    void changeEvent(QEvent *event) override;

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace vox
