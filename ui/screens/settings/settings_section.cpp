#include "ui/screens/settings/settings_section.h"
#include "ui/kit/roles.h"
#include "ui/kit/section_header.h"
#include "ui/kit/text_block.h"
#include "ui/kit/theme.h"
#include <QGridLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace vox {

SettingsSection::SettingsSection(const QString &key, const QString &title, const QString &sentence, QWidget *parent)
    : QWidget(parent), m_key(key), m_rows(new QGridLayout)
{
    const kit::Theme &theme = kit::Theme::of(this);
    const kit::Metrics &m = theme.metrics();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, m.panelPadding);
    column->setSpacing(0);
    auto *header = new kit::SectionHeader(title);
    header->setHairline(true);
    column->addWidget(header);
    m_rows->setContentsMargins(m.panelPadding, m.grid, m.panelPadding, 0);
    m_rows->setHorizontalSpacing(m.panelPadding);
    m_rows->setVerticalSpacing(m.grid);
    m_rows->setColumnMinimumWidth(0, theme.px(176));
    m_rows->setColumnStretch(1, 1);
    column->addLayout(m_rows);
    if (!sentence.isEmpty()) addWide(new kit::TextBlock(sentence, kit::TextStyle::Body, kit::Colour::Text2));
}

void SettingsSection::addRow(const QString &label, QWidget *control, const QString &note)
{
    const int row = m_rows->rowCount();
    auto *name = kit::makeLabel(label, kit::TextStyle::Body, kit::Colour::Text2);
    name->setMinimumHeight(kit::Theme::of(this).metrics().normal);
    name->setBuddy(control);
    if (control->accessibleName().isEmpty()) control->setAccessibleName(label);
    m_rows->addWidget(name, row, 0, Qt::AlignTop);
    m_rows->addWidget(control, row, 1, control->sizePolicy().horizontalPolicy() == QSizePolicy::Expanding ? Qt::Alignment() : Qt::AlignLeft);
    if (!note.isEmpty()) m_rows->addWidget(new kit::TextBlock(note, kit::TextStyle::Small, kit::Colour::Text3), row + 1, 1);
}

void SettingsSection::addWide(QWidget *widget)
{
    m_rows->addWidget(widget, m_rows->rowCount(), 0, 1, 2);
}

} // namespace vox
