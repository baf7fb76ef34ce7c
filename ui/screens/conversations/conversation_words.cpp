#include "ui/screens/conversations/conversation_words.h"
#include "app/wording/wording.h"
#include "models/conversation/event_names.h"
#include <QCoreApplication>
#include <QLocale>

namespace vox {

namespace {
struct Words { Q_DECLARE_TR_FUNCTIONS(ConversationWords) };

template <typename E> QString labelOf(E value)
{
    for (const auto &row : EnumNames<E>::all)
        if (row.value == value) return wording::translated(EnumNames<E>::context, row.label);
    return {};
}
} // namespace

QString outcomeText(Outcome outcome) { return labelOf(outcome); }

QString channelText(Channel channel) { return labelOf(channel); }

const char *channelIcon(Channel channel)
{
    switch (channel) {
    case Channel::Microphone: return "mic";
    case Channel::Text: return "keyboard";
    case Channel::File: return "file";
    case Channel::Simulation: return "bot";
    case Channel::Phone: return "phone-incoming";
    case Channel::Widget: return "globe";
    }
    Q_UNREACHABLE();
}

QString marksText(const ConversationRow &row)
{
    QStringList marks;
    if (row.interruptions > 0) marks.append(Words::tr("%n interruptions", nullptr, row.interruptions));
    if (row.errors > 0) marks.append(Words::tr("%n errors", nullptr, row.errors));
    return marks.join(QStringLiteral(", "));
}

QString languageText(const QString &tag)
{
    const QLocale locale(tag);
    QString name = locale.language() == QLocale::C ? tag : locale.nativeLanguageName();
    if (!name.isEmpty()) name[0] = name[0].toUpper();
    return name;
}

} // namespace vox
