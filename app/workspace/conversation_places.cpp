#include "app/workspace/conversation_places.h"
#include "app/workspace/finished_conversation.h"
#include "models/store/store.h"
#include <QFileInfo>
#include <QJsonObject>

namespace vox {

using namespace Qt::StringLiterals;

namespace {

const QString stateKey = u"sync.conversations"_s;

} // namespace

Result<ConversationPlaces> ConversationPlaces::load(Store &store)
{
    const auto value = store.settings().get(stateKey);
    if (!value) return value.error();
    const QJsonObject json = value->toObject();
    return ConversationPlaces{json.value("feed"_L1).toString(), json.value("push"_L1).toString(), json.value("pull"_L1).toString()};
}

Result<void> ConversationPlaces::save(Store &store) const
{
    return store.settings().put(stateKey, QJsonObject{{u"feed"_s, feed}, {u"push"_s, push}, {u"pull"_s, pull}});
}

bool passesByItself(const Error &error)
{
    switch (error.code) {
    case Error::Code::Unreachable:
    case Error::Code::TimedOut:
    case Error::Code::ServerFailed:
    case Error::Code::RateLimited:
    case Error::Code::StoreBusy:
    case Error::Code::Overloaded: return true;
    default: return false;
    }
}

bool isAboutTheLine(const Error &error)
{
    using enum Error::Code;
    return passesByItself(error) || error.code == Unauthorized || error.code == SignInNeeded || error.code == DiskFull;
}

QString soundIn(const QString &folder)
{
    for (const QString &name : {keptSoundName, liveSoundName})
        if (QFileInfo::exists(folder + u'/' + name)) return folder + u'/' + name;
    return {};
}

} // namespace vox
