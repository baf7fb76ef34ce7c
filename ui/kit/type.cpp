#include "ui/kit/type.h"
#include <QDir>
#include <QFontDatabase>
#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace vox::kit {

namespace {

constexpr const char *styleKeys[textStyleCount] = {"body", "bodyStrong", "small", "smallStrong", "control",
                                                  "title", "figure", "mono", "monoSmall", "ruler"};

QStringList families(const QJsonValue &value, const QString &last)
{
    QStringList out;
    for (const QJsonValue &name : value.toArray()) out.append(name.toString());
    out.append(last);
    return out;
}

} // namespace

Type Type::read(const QJsonObject &tokens, qreal scale)
{
    const QJsonObject type = tokens["type"_L1].toObject();
    const QStringList proportional = families(type["family"_L1], u"sans-serif"_s);
    const QStringList mono = families(type["mono"_L1], u"monospace"_s);
    Type out;
    for (size_t i = 0; i < out.m_fonts.size(); ++i) {
        const QJsonObject style = type["styles"_L1].toObject()[QLatin1String(styleKeys[i])].toObject();
        Q_ASSERT(!style.isEmpty());
        QFont font;
        font.setFamilies(i >= size_t(TextStyle::Mono) ? mono : proportional);
        font.setStyleHint(i >= size_t(TextStyle::Mono) ? QFont::Monospace : QFont::SansSerif);
        font.setPixelSize(qMax(8, qRound(style["size"_L1].toInt() * scale)));
        font.setWeight(QFont::Weight(style["weight"_L1].toInt()));
        font.setHintingPreference(QFont::PreferNoHinting);
        out.m_fonts[i] = font;
        out.m_lines[i] = qRound(style["line"_L1].toInt() * scale);
    }
    return out;
}

void Type::loadFamilies(const QStringList &folders)
{
    const QStringList known = QFontDatabase::families();
    const bool haveText = known.contains(u"Inter"_s), haveMono = known.contains(u"JetBrains Mono"_s);
    for (const QString &folder : folders) {
        const QDir dir(folder);
        for (const QString &file : dir.entryList({u"*.otf"_s, u"*.ttf"_s}, QDir::Files)) {
            const bool mono = file.startsWith("JetBrains"_L1);
            if (mono ? haveMono : haveText) continue;
            QFontDatabase::addApplicationFont(dir.filePath(file));
        }
    }
}

QFont Type::strong(TextStyle style) const
{
    QFont out = font(style);
    out.setWeight(QFont::DemiBold);
    return out;
}

} // namespace vox::kit
