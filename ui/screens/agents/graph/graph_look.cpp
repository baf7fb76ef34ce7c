#include "ui/screens/agents/graph/graph_look.h"

namespace vox {

using kit::Colour;
using kit::Meaning;
using kit::TextStyle;

namespace {

QFont inScene(QFont font, qreal textScale)
{
    font.setPixelSize(qMax(1, qRound(font.pixelSize() / textScale)));
    return font;
}

kit::Meaning meaningOf(DiffMark mark)
{
    switch (mark) {
    case DiffMark::Added: return Meaning::Success;
    case DiffMark::Removed: return Meaning::Error;
    case DiffMark::Changed: return Meaning::Warning;
    case DiffMark::None:
    case DiffMark::Same: break;
    }
    return Meaning::Neutral;
}

} // namespace

GraphLook::GraphLook(const kit::Theme &from)
    : theme(&from), canvas(from[Colour::Surface0]), dot(from[Colour::Line2]), card(from[Colour::Surface2]), cardLine(from[Colour::Line2]),
      headerLine(from[Colour::Line1]), track(from[Colour::Surface3]), text1(from[Colour::Text1]), text2(from[Colour::Text2]),
      text3(from[Colour::Text3]), edge(from[Colour::Line3]), accent(from[Colour::Accent]),
      shadow(from.isDark() ? QColor(0, 0, 0, 0x66) : QColor(0x14, 0x16, 0x18, 0x1a)), error(from.strong(Meaning::Error)),
      warning(from.strong(Meaning::Warning)), textScale(from.textScale()), dark(from.isDark())
{
    title = inScene(from.font(TextStyle::BodyStrong), textScale);
    body = inScene(from.font(TextStyle::Small), textScale);
    mono = inScene(from.font(TextStyle::MonoSmall), textScale);
    label = body;
    screenTitle = from.font(TextStyle::SmallStrong);
    screenStrong = from.font(TextStyle::SmallStrong);
}

QColor GraphLook::strong(Meaning meaning) const
{
    return meaning == Meaning::Neutral ? text2 : theme->strong(meaning);
}

QColor GraphLook::tile(Meaning meaning) const
{
    return meaning == Meaning::Neutral ? track : theme->soft(meaning);
}

QColor GraphLook::markStrong(DiffMark mark) const
{
    return mark == DiffMark::None || mark == DiffMark::Same ? cardLine : theme->strong(meaningOf(mark));
}

QColor GraphLook::markSoft(DiffMark mark) const
{
    return mark == DiffMark::None || mark == DiffMark::Same ? card : theme->soft(meaningOf(mark));
}

} // namespace vox
