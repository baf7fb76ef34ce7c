#include "ui/kit/node_look.h"
#include <QLatin1String>

namespace vox::kit {

namespace {

constexpr NodeLook kLooks[] = {
    {"start", "phone-incoming", Meaning::Neutral, true},
    {"say", "message-square", Meaning::Agent},
    {"listen", "message-circle-question-mark", Meaning::Caller},
    {"branch", "split", Meaning::Neutral},
    {"set", "braces", Meaning::Neutral},
    {"knowledge", "book-open", Meaning::Knowledge},
    {"tool", "wrench", Meaning::Tool},
    {"model", "cpu", Meaning::Model},
    {"handover", "headset", Meaning::Human},
    {"end", "flag", Meaning::Neutral, true},
};
constexpr NodeLook unknown{"", "blocks", Meaning::Neutral};

} // namespace

std::span<const NodeLook> nodeLooks()
{
    return kLooks;
}

const NodeLook &nodeLook(QStringView type)
{
    for (const NodeLook &row : kLooks)
        if (type == QLatin1String(row.type)) return row;
    return unknown;
}

} // namespace vox::kit
