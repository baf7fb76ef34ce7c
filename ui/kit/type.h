#pragma once
#include <QFont>
#include <QJsonObject>
#include <QStringList>
#include <array>

namespace vox::kit {

// The text styles of the look. Body and Small carry nearly everything.
enum class TextStyle : quint8 { Body, BodyStrong, Small, SmallStrong, Control, Title, Figure, Mono, MonoSmall, Ruler };
constexpr int textStyleCount = int(TextStyle::Ruler) + 1;

// The fonts of all text styles at one text scale. A value.
class Type {
public:
    static Type read(const QJsonObject &tokens, qreal scale);
    // Makes the look's families known to Qt from `folders` (font files beside the program) when the system lacks them.
    static void loadFamilies(const QStringList &folders);

    const QFont &font(TextStyle style) const { return m_fonts[size_t(style)]; }
    // The same face at weight 600.
    QFont strong(TextStyle style) const;
    // Height of a line in logical pixels.
    int line(TextStyle style) const { return m_lines[size_t(style)]; }

private:
    std::array<QFont, textStyleCount> m_fonts;
    std::array<int, textStyleCount> m_lines{};
};

} // namespace vox::kit
