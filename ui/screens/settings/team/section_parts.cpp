#include "ui/screens/settings/team/section_parts.h"
#include "ui/kit/theme.h"
#include <QHBoxLayout>
#include <QLineEdit>

namespace vox {

QWidget *rowOf(const QList<QWidget *> &parts, Stretch stretch)
{
    auto *row = new QWidget;
    auto *line = new QHBoxLayout(row);
    line->setContentsMargins(0, 0, 0, 0);
    for (qsizetype i = 0; i < parts.size(); ++i) line->addWidget(parts.at(i), stretch == Stretch::First && i == 0 ? 1 : 0);
    if (stretch == Stretch::None) line->addStretch(1);
    row->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    return row;
}

QWidget *indented(QWidget *content)
{
    auto *row = new QWidget;
    auto *line = new QHBoxLayout(row);
    const kit::Theme &theme = kit::Theme::of(row);
    line->setContentsMargins(theme.px(176) + theme.metrics().panelPadding, 0, 0, 0);
    line->addWidget(content);
    line->addStretch(1);
    return row;
}

QLineEdit *formField(bool secret)
{
    auto *field = new QLineEdit;
    if (secret) field->setEchoMode(QLineEdit::Password);
    field->setMinimumWidth(kit::Theme::of(field).px(320));
    return field;
}

void clearLater(QLayout *layout)
{
    while (QLayoutItem *item = layout->takeAt(0)) {
        if (QWidget *widget = item->widget()) {
            widget->hide();
            widget->deleteLater();
        }
        delete item;
    }
}

QString readableFingerprint(const QByteArray &hex)
{
    QStringList groups;
    for (qsizetype i = 0; i < hex.size(); i += 4) groups.append(QString::fromLatin1(hex.mid(i, 4)));
    return groups.join(QLatin1Char(' '));
}

} // namespace vox
