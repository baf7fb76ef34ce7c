#pragma once
#include "ui/kit/accessible.h"
#include "ui/kit/colours.h"
#include <QWidget>

namespace vox::kit {

// A fact in a word or two on the soft colour of its meaning. Cannot be pressed; filled for emergencies.
class Tag : public QWidget, public Readable {
    Q_OBJECT
public:
    explicit Tag(const QString &text = {}, Meaning meaning = Meaning::Neutral, const char *icon = "", QWidget *parent = nullptr);

    void setText(const QString &text);
    QString text() const { return m_text; }
    void setMeaning(Meaning meaning);
    // A name of icon_names.h, "" for none.
    void setIcon(const char *icon);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    QAccessible::Role readRole() const override { return QAccessible::StaticText; }
    QString readName() const override { return m_text; }

    // The same mark inside a row or a graph; returns the rectangle it took.
    static QRect draw(QPainter &painter, const QPoint &topLeft, const QString &text, Meaning meaning, const char *icon = "");

protected:
    void paintEvent(QPaintEvent *) override;

private:
    QString m_text;
    Meaning m_meaning;
    const char *m_icon;
};

} // namespace vox::kit
