#include "ui/kit/colours.h"
#include <QJsonArray>
#include <QJsonObject>
#include <cmath>

using namespace Qt::StringLiterals;

namespace vox::kit {

namespace {

struct RoleKey {
    const char *group;
    const char *key;
};
constexpr RoleKey roleKeys[colourCount] = {
    {"surface", "0"}, {"surface", "1"}, {"surface", "2"}, {"surface", "3"},
    {"line", "1"}, {"line", "2"}, {"line", "3"},
    {"text", "1"}, {"text", "2"}, {"text", "3"}, {"text", "disabled"},
    {"accent", "strong"}, {"accent", "hover"}, {"accent", "pressed"}, {"accent", "soft"}, {"accent", "line"},
    {"accent", "onStrong"},
};
constexpr const char *meaningKeys[meaningCount] = {"", "caller", "agent", "tool", "model", "knowledge",
                                                  "human", "success", "warning", "error", "emergency"};

QColor colourAt(const QJsonObject &object, const char *key)
{
    return QColor(object[QLatin1String(key)].toString());
}

double luminance(const QColor &colour)
{
    const auto linear = [](double c) { return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4); };
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF());
}

} // namespace

Colours Colours::read(const QJsonObject &object)
{
    Colours out;
    for (size_t i = 0; i < out.roles.size(); ++i) {
        out.roles[i] = colourAt(object[QLatin1String(roleKeys[i].group)].toObject(), roleKeys[i].key);
        Q_ASSERT(out.roles[i].isValid());
    }
    out.meanings[0] = {out[Colour::Text2], out[Colour::Surface3], out[Colour::Text2], out[Colour::Surface1]};
    const QJsonObject meanings = object["meaning"_L1].toObject();
    for (size_t i = 1; i < out.meanings.size(); ++i) {
        const QJsonObject tones = meanings[QLatin1String(meaningKeys[i])].toObject();
        Tones &t = out.meanings[i];
        t = {colourAt(tones, "strong"), colourAt(tones, "soft"), colourAt(tones, "solid"), colourAt(tones, "onSolid")};
        if (!t.solid.isValid()) t.solid = t.strong;
        if (!t.onSolid.isValid()) t.onSolid = out[Colour::Surface2];
        Q_ASSERT(t.strong.isValid() && t.soft.isValid());
    }
    for (const QJsonValue &value : object["chart"_L1].toArray()) out.chart.append(QColor(value.toString()));
    return out;
}

QColor mixed(const QColor &below, const QColor &top, qreal opacity)
{
    const auto mix = [opacity](float a, float b) { return a + (b - a) * float(opacity); };
    return QColor::fromRgbF(mix(below.redF(), top.redF()), mix(below.greenF(), top.greenF()), mix(below.blueF(), top.blueF()));
}

qreal contrastRatio(const QColor &a, const QColor &b)
{
    const double x = luminance(a), y = luminance(b);
    return (std::max(x, y) + 0.05) / (std::min(x, y) + 0.05);
}

} // namespace vox::kit
