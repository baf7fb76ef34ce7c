#include "ui/kit/icons.h"
#include "ui/kit/icon_names.h"
#include "ui/kit/theme.h"
#include <QFile>
#include <QGuiApplication>
#include <QIconEngine>
#include <QPainter>
#include <QHash>
#include <QSvgRenderer>
#include <string_view>
#include <unordered_map>

using namespace Qt::StringLiterals;

namespace vox::kit {

namespace {

QByteArray svg(const char *name, const QColor &ink)
{
    QFile file(u":/icons/%1.svg"_s.arg(QLatin1String(name)));
    if (!file.open(QIODevice::ReadOnly)) return {};
    QByteArray text = file.readAll();
    text.replace("stroke-width=\"2\"", "stroke-width=\"1.75\"");
    text.replace("currentColor", ink.name().toLatin1());
    return text;
}

struct Key {
    int name;
    int size;
    QRgb ink;
    int ratio;
    friend bool operator==(const Key &, const Key &) = default;
    friend size_t qHash(const Key &k, size_t seed = 0) { return qHashMulti(seed, k.name, k.size, k.ink, k.ratio); }
};

const std::unordered_map<std::string_view, int> &indexOfNames()
{
    static const auto index = [] {
        std::unordered_map<std::string_view, int> out;
        for (const char *name : iconNames) out.emplace(name, int(out.size()));
        return out;
    }();
    return index;
}

QPixmap render(const char *name, int size, const QColor &ink, qreal ratio)
{
    QPixmap pixmap(QSize(size, size) * ratio);
    pixmap.setDevicePixelRatio(ratio);
    pixmap.fill(Qt::transparent);
    const QByteArray source = svg(name, ink);
    if (source.isEmpty()) return pixmap;
    QSvgRenderer renderer(source);
    QPainter painter(&pixmap);
    renderer.render(&painter, QRectF(0, 0, size, size));
    return pixmap;
}

// Draws from the SVG at whatever size and ratio is asked, in the colours of the current theme.
class Engine final : public QIconEngine {
public:
    Engine(const char *name, Meaning meaning)
        : m_name(name)
        , m_meaning(meaning)
    {
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State) override
    {
        return iconPixmap(m_name, qMin(size.width(), size.height()), ink(mode), 1.0);
    }
    QPixmap scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State, qreal scale) override
    {
        // QIcon asks in device pixels here.
        const int side = qMin(size.width(), size.height());
        return iconPixmap(m_name, qRound(side / scale), ink(mode), scale);
    }
    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State) override
    {
        drawIcon(*painter, m_name, rect, ink(mode));
    }
    QIconEngine *clone() const override { return new Engine(*this); }
    QString key() const override { return u"vox-kit"_s; }
    QString iconName() override { return QString::fromLatin1(m_name); }
    bool isNull() override { return false; }

private:
    QColor ink(QIcon::Mode mode) const
    {
        const Theme &theme = Theme::of();
        if (mode == QIcon::Disabled) return theme[Colour::TextDisabled];
        if (m_meaning != Meaning::Neutral) return theme.strong(m_meaning);
        return theme[mode == QIcon::Selected ? Colour::Text1 : Colour::Text2];
    }

    const char *m_name; // a literal
    Meaning m_meaning;
};

} // namespace

QPixmap iconPixmap(const char *name, int size, const QColor &ink, qreal ratio)
{
    // Looked up while painting rows, so by a key that needs no allocation.
    static QHash<Key, QPixmap> cache;
    const auto &names = indexOfNames();
    const auto known = names.find(name);
    if (known == names.end()) return {};
    const Key key{known->second, size, ink.rgba(), qRound(ratio * 100)};
    if (const auto it = cache.constFind(key); it != cache.constEnd()) return *it;
    if (cache.size() > 4000) cache.clear(); // many scales or inks in one session
    return *cache.insert(key, render(name, size, ink, ratio));
}

void drawIcon(QPainter &painter, const char *name, const QRect &at, const QColor &ink)
{
    const int side = qMin(at.width(), at.height());
    if (side <= 0) return;
    const QPoint corner(at.x() + (at.width() - side) / 2, at.y() + (at.height() - side) / 2);
    painter.drawPixmap(corner, iconPixmap(name, side, ink, painter.device()->devicePixelRatioF()));
}

QIcon icon(const char *name, Meaning meaning)
{
    QIcon out(new Engine(name, meaning));
    out.setIsMask(meaning == Meaning::Neutral); // whoever paints may choose the ink
    return out;
}

bool iconExists(const char *name)
{
    return indexOfNames().contains(name);
}

} // namespace vox::kit
