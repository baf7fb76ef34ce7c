#pragma once
#include "ui/screens/settings/team/team_page.h"
#include "ui/viewmodels/doors_view_model.h"
#include <QHash>

class QCheckBox;
class QComboBox;
class QLineEdit;
class QPushButton;
class QStandardItemModel;

namespace vox {

namespace kit { class TextBlock; }

// Identity providers: added, changed, switched off, removed.
class DoorsPage : public TeamPage {
    Q_OBJECT
public:
    explicit DoorsPage(DoorsViewModel &doors, QWidget *parent = nullptr);

protected:
    bool isEmpty() const override { return m_doors.providers().isEmpty(); }
    void emptyPressed() override { openForm({}); }
    void refresh() override;

private:
    using Provider = DoorsViewModel::Provider;
    // What is typed, in an open form.
    struct Form {
        QString name;
        QLineEdit *label, *issuer, *client, *domains;
        QComboBox *secret, *role;
        QCheckBox *enabled;
        QPushButton *save;
        kit::TextBlock *trouble;
    };
    void openForm(const Provider &provider);
    QWidget *makeForm(Form &form, const Provider &provider);
    void askRemove();
    void showRefusal(const QString &field, const Error &error);
    Provider current() const;

    DoorsViewModel &m_doors;
    QStandardItemModel *m_rows;
    QTableView *m_table;
    QPushButton *m_change, *m_remove;
    std::optional<Form> m_form;
};

} // namespace vox
