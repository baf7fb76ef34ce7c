#pragma once
#include "ui/screens/notice.h"
#include "ui/viewmodels/team_view_model.h"
#include <QWidget>

class QAbstractItemModel;
class QHBoxLayout;
class QStackedWidget;
class QTableView;
class QVBoxLayout;

namespace vox {

class BannerRow;
namespace kit { class Empty; }

// What the pages about a team's server have in common: a tool row, a banner for what is the matter, and in place of the
// content one sentence when there is no server, nothing yet, or nothing to see. GUI thread; the model outlives it.
class TeamPage : public QWidget {
    Q_OBJECT
public:
    explicit TeamPage(TeamViewModel &model, QWidget *parent = nullptr);
    ~TeamPage() override;

signals:
    void noticed(const vox::Notice &notice);
    // There is no server yet: show how one joins.
    void joinRequested();

protected:
    // Of a page's table, made after the look.
    QTableView *makeTable(const QString &name, QAbstractItemModel *rows, const QList<int> &widths, int stretched);
    QHBoxLayout *tools() const { return m_tools; }
    QVBoxLayout *body() const { return m_body; }
    // Below the tools, over the list: a form that is open, a link that is shown once. Replaces what was there; null closes it.
    void setSheet(QWidget *sheet);
    // Asks in place before what cannot be undone.
    void ask(const QString &question, const QString &button, std::function<void()> run);
    // What stands there when the list is empty.
    void setEmpty(const char *icon, const QString &sentence, const QString &button = {});
    virtual bool isEmpty() const = 0;
    virtual void emptyPressed() {}
    virtual void refresh();
    void tell(const QString &text, const QString &detail = {}, const QString &actionLabel = {}, std::function<void()> action = {});

private:
    TeamViewModel &m_model;
    QHBoxLayout *m_tools;
    BannerRow *m_trouble, *m_question;
    QVBoxLayout *m_sheetPlace, *m_body;
    QStackedWidget *m_stack;
    kit::Empty *m_empty;
    QWidget *m_sheet = nullptr;
    std::function<void()> m_run;
    const char *m_emptyIcon = "server";
    QString m_emptySentence, m_emptyButton;
};

// A link or key that is shown once: in a field to copy, with a sentence that says so.
QWidget *makeShownOnce(const QString &sentence, const QString &secret, const std::function<void()> &done, QWidget *parent);
// A label above a field, as forms have it.
QWidget *labelled(const QString &label, QWidget *field);

} // namespace vox
