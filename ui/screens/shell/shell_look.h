#pragma once
#include <QObject>

namespace vox {

class Language;
class ShellAppearance;
namespace kit { class Style; }

// Puts what the operator chose into effect: theme, size of text, language; at once and whenever it changes. Owned by the program,
// GUI thread.
class ShellLook : public QObject {
    Q_OBJECT
public:
    ShellLook(ShellAppearance &appearance, kit::Style &style, Language &language, QObject *parent = nullptr);

private:
    void apply();
    ShellAppearance &m_appearance;
    kit::Style &m_style;
    Language &m_language;
};

} // namespace vox
