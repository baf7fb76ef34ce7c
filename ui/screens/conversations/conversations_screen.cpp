#include "ui/screens/conversations/conversations_screen.h"

namespace vox {

struct ConversationsScreen::Private {
    Conversations &conversations;
    AgentDocuments &agents;
    SoundPlayer &player;
    QString open;
};

ConversationsScreen::ConversationsScreen(Conversations &conversations, AgentDocuments &agents, SoundPlayer &player, QWidget *parent)
    : Screen(parent), d(new Private{conversations, agents, player, {}})
{
}

ConversationsScreen::~ConversationsScreen() = default;

QJsonObject ConversationsScreen::saveState() const { return {{QStringLiteral("open"), d->open}}; }
void ConversationsScreen::restoreState(const QJsonObject &state) { open(state.value(QLatin1String("open")).toString()); }
void ConversationsScreen::open(const QString &conversation) { d->open = conversation; }

} // namespace vox
