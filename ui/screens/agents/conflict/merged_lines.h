#pragma once
#include "ui/kit/accessible.h"
#include "ui/kit/glyph_cache.h"
#include "ui/viewmodels/conflict_view_model.h"
#include <QWidget>

namespace vox {

// Changes that needed no decision, a line each: what, before, and what each side has. Only what is seen is painted.
class MergedLines : public QWidget, public kit::Readable {
    Q_OBJECT
public:
    // `titles`: what the sides are called.
    MergedLines(const QList<MergedChange> &changes, const ConflictSides &sides, const QStringList &titles, QWidget *parent = nullptr);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    QAccessible::Role readRole() const override { return QAccessible::List; }
    QString readValue() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;

private:
    struct Line {
        QString field, what, before;
        QStringList sides;
        bool figures = false;
    };
    QList<Line> m_lines;
    QStringList m_titles;
    kit::GlyphCache m_glyphs;
};

} // namespace vox
