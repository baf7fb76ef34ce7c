#pragma once
#include <QColor>
#include <QList>
#include <array>

class QJsonObject;

namespace vox::kit {

// Neutral and accent colours by role, never by value. The order is that of Colours::roles.
enum class Colour : quint8 {
    Surface0, Surface1, Surface2, Surface3,
    Line1, Line2, Line3,
    Text1, Text2, Text3, TextDisabled,
    Accent, AccentHover, AccentPressed, AccentSoft, AccentLine, OnAccent,
};
constexpr int colourCount = int(Colour::OnAccent) + 1;

// What a colour says. Neutral says nothing: text 2 on surface 3.
enum class Meaning : quint8 { Neutral, Caller, Agent, Tool, Model, Knowledge, Human, Success, Warning, Error, Emergency };
constexpr int meaningCount = int(Meaning::Emergency) + 1;

// All colours of one brightness, read from the tokens. A value.
struct Colours {
    struct Tones {
        QColor strong;  // text, icons, lines; AA on every surface and on its own soft
        QColor soft;    // fill behind strong or text 1 to 3
        QColor solid;   // filled sign; equals strong where the tokens name none
        QColor onSolid; // text on solid
    };

    std::array<QColor, colourCount> roles;
    std::array<Tones, meaningCount> meanings;
    QList<QColor> chart;

    const QColor &operator[](Colour role) const { return roles[size_t(role)]; }
    const Tones &operator[](Meaning meaning) const { return meanings[size_t(meaning)]; }
    // `object` is "color.light" or "color.dark" of the tokens.
    static Colours read(const QJsonObject &object);
};

// `top` at `opacity` over `below`, as an opaque colour.
QColor mixed(const QColor &below, const QColor &top, qreal opacity);
// WCAG 2 contrast, 1 to 21.
qreal contrastRatio(const QColor &a, const QColor &b);

} // namespace vox::kit
