<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ru" sourcelanguage="en">
<context>
    <name>Agent</name>
    <message>
        <source>Agent</source>
        <translation>Агент</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Название</translation>
    </message>
    <message>
        <source>General</source>
        <translation>Общее</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Описание</translation>
    </message>
    <message>
        <source>Languages</source>
        <translation>Языки</translation>
    </message>
    <message>
        <source>Voice</source>
        <translation>Голос</translation>
    </message>
    <message>
        <source>Speech</source>
        <translation>Речь</translation>
    </message>
    <message>
        <source>Taking turns</source>
        <translation>Очерёдность реплик</translation>
    </message>
    <message>
        <source>Role and rules</source>
        <translation>Роль и правила</translation>
    </message>
    <message>
        <source>What a language model is told before each answer.</source>
        <translation>Что говорится языковой модели перед каждым ответом.</translation>
    </message>
    <message>
        <source>Language model</source>
        <translation>Языковая модель</translation>
    </message>
    <message>
        <source>Intents</source>
        <translation>Намерения</translation>
    </message>
    <message>
        <source>Understanding</source>
        <translation>Понимание</translation>
    </message>
    <message>
        <source>Variables</source>
        <translation>Переменные</translation>
    </message>
    <message>
        <source>Knowledge</source>
        <translation>Знания</translation>
    </message>
    <message>
        <source>Paragraphs the agent may answer from, one thought each.</source>
        <translation>Абзацы, по которым агент может отвечать: в каждом одна мысль.</translation>
    </message>
    <message>
        <source>Flow</source>
        <translation>Граф</translation>
    </message>
    <message>
        <source>Answer within</source>
        <translation>Отвечать не позже</translation>
    </message>
    <message>
        <source>ms</source>
        <translation>мс</translation>
    </message>
</context>
<context>
    <name>AgentModel</name>
    <message>
        <source>Provider</source>
        <translation>Провайдер</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Модель</translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation>Температура</translation>
    </message>
    <message>
        <source>Longest answer</source>
        <translation>Предел ответа</translation>
    </message>
    <message>
        <source>tokens</source>
        <translation>токенов</translation>
    </message>
    <message>
        <source>Second provider</source>
        <translation>Запасной поставщик</translation>
    </message>
    <message>
        <source>Second model</source>
        <translation>Запасная модель</translation>
    </message>
    <message>
        <source>Asked the same when the first one fails or is late. Empty: nobody is.</source>
        <translation>Получит тот же вопрос, если первая отказала или опоздала. Пусто: никто.</translation>
    </message>
    <message>
        <source>Late after</source>
        <translation>Опоздание после</translation>
    </message>
    <message>
        <source>ms</source>
        <translation>мс</translation>
    </message>
    <message>
        <source>Speech-to-speech model</source>
        <translation>Модель «речь в речь»</translation>
    </message>
    <message>
        <source>A vendor of speech whose model hears the caller and answers in its own voice. Recogniser, voice and language model stand in when it fails.</source>
        <translation>Поставщик речи, чья модель сама слышит звонящего и отвечает своим голосом. Если она откажет, её заменят распознавание, голос и языковая модель.</translation>
    </message>
    <message>
        <source>Its voice</source>
        <translation>Её голос</translation>
    </message>
    <message>
        <source>As the vendor names it. Empty: the one in the settings.</source>
        <translation>Как его называет поставщик. Пусто: голос из настроек.</translation>
    </message>
</context>
<context>
    <name>AgentVariable</name>
    <message>
        <source>Id</source>
        <translation>Идентификатор</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Название</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Тип</translation>
    </message>
    <message>
        <source>Initial value</source>
        <translation>Начальное значение</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Заметка</translation>
    </message>
</context>
<context>
    <name>ApiKeyInfo</name>
    <message>
        <source>Id</source>
        <translation>Идентификатор</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Название</translation>
    </message>
    <message>
        <source>Begins with</source>
        <translation>Начинается с</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Человек</translation>
    </message>
    <message>
        <source>May</source>
        <translation>Может</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>Создан</translation>
    </message>
    <message>
        <source>Expires</source>
        <translation>Действует до</translation>
    </message>
    <message>
        <source>Last used</source>
        <translation>Последнее использование</translation>
    </message>
</context>
<context>
    <name>AuditEntry</name>
    <message>
        <source>Number</source>
        <translation>Номер</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Время</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Кто</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Человек</translation>
    </message>
    <message>
        <source>Through</source>
        <translation>Через что</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Что</translation>
    </message>
    <message>
        <source>To what</source>
        <translation>С чем</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Название</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Адрес</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Итог</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>Запрос</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Подробности</translation>
    </message>
</context>
<context>
    <name>BranchSettings</name>
    <message>
        <source>When</source>
        <translation>Когда</translation>
    </message>
    <message>
        <source>A comparison such as total &gt; 100 or city == &quot;Tver&quot;.</source>
        <translation>Сравнение, например total &gt; 100 или city == &quot;Тверь&quot;.</translation>
    </message>
    <message>
        <source>Name of the way out</source>
        <translation>Название исхода</translation>
    </message>
    <message>
        <source>Conditions</source>
        <translation>Условия</translation>
    </message>
    <message>
        <source>Tried from top to bottom; the first that is true is taken.</source>
        <translation>Проверяются сверху вниз; срабатывает первое верное.</translation>
    </message>
</context>
<context>
    <name>Conversation</name>
    <message>
        <source>Caller</source>
        <translation>Клиент</translation>
    </message>
    <message>
        <source>Agent</source>
        <translation>Агент</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Человек</translation>
    </message>
    <message>
        <source>Completed</source>
        <translation>Завершён</translation>
    </message>
    <message>
        <source>Handed over</source>
        <translation>Передан человеку</translation>
    </message>
    <message>
        <source>Caller left</source>
        <translation>Клиент положил трубку</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Ошибка</translation>
    </message>
    <message>
        <source>Cut off</source>
        <translation>Оборван</translation>
    </message>
    <message>
        <source>Microphone</source>
        <translation>Микрофон</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Текст</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Файл</translation>
    </message>
    <message>
        <source>Simulation</source>
        <translation>Имитация</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Телефон</translation>
    </message>
    <message>
        <source>Widget</source>
        <translation>Сайт</translation>
    </message>
    <message>
        <source>Endpointing</source>
        <translation>Конец речи</translation>
    </message>
    <message>
        <source>Recognition</source>
        <translation>Распознавание</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>Решение</translation>
    </message>
    <message>
        <source>Tool</source>
        <translation>Инструмент</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Модель</translation>
    </message>
    <message>
        <source>Speech</source>
        <translation>Синтез</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Устройство</translation>
    </message>
</context>
<context>
    <name>ConversationWords</name>
    <message numerus="yes">
        <source>%n interruptions</source>
        <translation>
            <numerusform>%n перебивание</numerusform>
            <numerusform>%n перебивания</numerusform>
            <numerusform>%n перебиваний</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n errors</source>
        <translation>
            <numerusform>%n ошибка</numerusform>
            <numerusform>%n ошибки</numerusform>
            <numerusform>%n ошибок</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Edit</name>
    <message>
        <source>Restore version</source>
        <translation>Возврат к версии</translation>
    </message>
    <message>
        <source>Rename agent</source>
        <translation>Переименование агента</translation>
    </message>
    <message>
        <source>Change role and rules</source>
        <translation>Изменение роли и правил</translation>
    </message>
    <message>
        <source>Change knowledge</source>
        <translation>Изменение знаний</translation>
    </message>
    <message>
        <source>Rename intent</source>
        <translation>Переименование намерения</translation>
    </message>
    <message>
        <source>Change examples</source>
        <translation>Изменение примеров</translation>
    </message>
    <message>
        <source>Add intent</source>
        <translation>Новое намерение</translation>
    </message>
    <message>
        <source>Delete intent</source>
        <translation>Удаление намерения</translation>
    </message>
    <message>
        <source>Change settings</source>
        <translation>Изменение настроек</translation>
    </message>
    <message>
        <source>Add node</source>
        <translation>Новый узел</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>Перемещение</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Переименование</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Изменение</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Соединение</translation>
    </message>
    <message>
        <source>Disconnect</source>
        <translation>Разъединение</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Удаление</translation>
    </message>
    <message>
        <source>Cut</source>
        <translation>Вырезание</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>Вставка</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>Копия</translation>
    </message>
    <message>
        <source>Align</source>
        <translation>Выравнивание</translation>
    </message>
    <message>
        <source>Tidy up</source>
        <translation>Расстановка</translation>
    </message>
</context>
<context>
    <name>EndSettings</name>
    <message>
        <source>Completed</source>
        <translation>завершённым</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>неудачным</translation>
    </message>
    <message>
        <source>Last sentence</source>
        <translation>Последняя фраза</translation>
    </message>
    <message>
        <source>Said before the agent hangs up; may be empty.</source>
        <translation>Произносится перед тем, как агент положит трубку; можно не заполнять.</translation>
    </message>
    <message>
        <source>The call counts as</source>
        <translation>Считать звонок</translation>
    </message>
</context>
<context>
    <name>Environment</name>
    <message>
        <source>Draft</source>
        <translation>Черновик</translation>
    </message>
    <message>
        <source>Staging</source>
        <translation>Проверка</translation>
    </message>
    <message>
        <source>Production</source>
        <translation>Работа</translation>
    </message>
</context>
<context>
    <name>Error</name>
    <message>
        <source>Something went wrong that the program has no name for.</source>
        <translation>Случилось то, чему в программе нет названия.</translation>
    </message>
    <message>
        <source>Copy the details and send them to your administrator.</source>
        <translation>Скопируйте подробности и отправьте администратору.</translation>
    </message>
    <message>
        <source>There is no file %1.</source>
        <translation>Файла %1 нет.</translation>
    </message>
    <message>
        <source>Check the path and try again.</source>
        <translation>Проверьте путь и попробуйте ещё раз.</translation>
    </message>
    <message>
        <source>The file %1 cannot be read.</source>
        <translation>Файл %1 не читается.</translation>
    </message>
    <message>
        <source>Check that you may open it and that the disk is connected.</source>
        <translation>Проверьте права на файл и подключён ли диск.</translation>
    </message>
    <message>
        <source>The file %1 cannot be written.</source>
        <translation>Файл %1 не записывается.</translation>
    </message>
    <message>
        <source>Check that you may write there, or choose another folder.</source>
        <translation>Проверьте права на запись или выберите другую папку.</translation>
    </message>
    <message>
        <source>%1 is not valid JSON (at %2).</source>
        <translation>%1: это не JSON (место %2).</translation>
    </message>
    <message>
        <source>Open it in an editor, correct that place and import it again.</source>
        <translation>Откройте файл в редакторе, исправьте это место и загрузите снова.</translation>
    </message>
    <message>
        <source>The field %1 is not known.</source>
        <translation>Поле %1 неизвестно.</translation>
    </message>
    <message>
        <source>Remove it, or check its spelling.</source>
        <translation>Удалите его или проверьте написание.</translation>
    </message>
    <message>
        <source>The field %1 is empty.</source>
        <translation>Поле %1 не заполнено.</translation>
    </message>
    <message>
        <source>Fill it in.</source>
        <translation>Заполните его.</translation>
    </message>
    <message>
        <source>The field %1 has the wrong type, %2 is expected.</source>
        <translation>У поля %1 не тот тип, нужен %2.</translation>
    </message>
    <message>
        <source>Correct its value.</source>
        <translation>Исправьте значение.</translation>
    </message>
    <message>
        <source>The value of %1 is outside %2.</source>
        <translation>Значение %1 вне пределов %2.</translation>
    </message>
    <message>
        <source>Choose a value within these limits.</source>
        <translation>Выберите значение в этих пределах.</translation>
    </message>
    <message>
        <source>The value of %1 is not allowed: %2.</source>
        <translation>Недопустимое значение %1: %2.</translation>
    </message>
    <message>
        <source>Choose one of the allowed values.</source>
        <translation>Выберите одно из допустимых значений.</translation>
    </message>
    <message>
        <source>This %1 was made by a newer version (schema %2).</source>
        <translation>Это создано более новой версией: %1, схема %2.</translation>
    </message>
    <message>
        <source>It is shown read-only; update the program to edit it.</source>
        <translation>Открыто только для чтения; чтобы править, обновите программу.</translation>
    </message>
    <message>
        <source>The sound file %1 is damaged: %2.</source>
        <translation>Звуковой файл %1 повреждён: %2.</translation>
    </message>
    <message>
        <source>Record or export it again.</source>
        <translation>Запишите или выгрузите его заново.</translation>
    </message>
    <message>
        <source>The sound format of %1 is not supported: %2.</source>
        <translation>Формат звука %1 не поддерживается: %2.</translation>
    </message>
    <message>
        <source>Convert it to WAV and try again.</source>
        <translation>Преобразуйте в WAV и попробуйте снова.</translation>
    </message>
    <message>
        <source>There is no %1 named %2.</source>
        <translation>Не найдено: %1 %2.</translation>
    </message>
    <message>
        <source>Check the name; the list shows what there is.</source>
        <translation>Проверьте название; что есть, видно в списке.</translation>
    </message>
    <message>
        <source>%1 was changed by someone else in the meantime.</source>
        <translation>%1: за это время изменено кем-то другим.</translation>
    </message>
    <message>
        <source>Look at both versions and save again.</source>
        <translation>Посмотрите обе версии и сохраните ещё раз.</translation>
    </message>
    <message>
        <source>The workspace database %1 is damaged.</source>
        <translation>База рабочего места %1 повреждена.</translation>
    </message>
    <message>
        <source>Restore it from a backup, or open another workspace folder.</source>
        <translation>Восстановите её из копии или откройте другую папку.</translation>
    </message>
    <message>
        <source>The workspace database %1 is busy.</source>
        <translation>База рабочего места %1 занята.</translation>
    </message>
    <message>
        <source>Wait a moment and try again.</source>
        <translation>Подождите немного и попробуйте снова.</translation>
    </message>
    <message>
        <source>The workspace %1 was written by a newer version (%2).</source>
        <translation>Рабочее место %1 записано более новой версией (%2).</translation>
    </message>
    <message>
        <source>Update the program, then open it again.</source>
        <translation>Обновите программу и откройте снова.</translation>
    </message>
    <message>
        <source>The disk that holds %1 is full.</source>
        <translation>На диске с %1 нет места.</translation>
    </message>
    <message>
        <source>Free some space; nothing that was saved before is lost.</source>
        <translation>Освободите место; всё сохранённое раньше цело.</translation>
    </message>
    <message>
        <source>The workspace %1 is open in another console: %2.</source>
        <translation>Рабочее место %1 открыто в другой консоли: %2.</translation>
    </message>
    <message>
        <source>Close that console, or open another workspace.</source>
        <translation>Закройте ту консоль или откройте другое рабочее место.</translation>
    </message>
    <message>
        <source>The agent %1 has problems that keep it from running: %2.</source>
        <translation>Агент %1 не может работать, проблем: %2.</translation>
    </message>
    <message>
        <source>Open it and go through the list of problems.</source>
        <translation>Откройте его и пройдите по списку проблем.</translation>
    </message>
    <message>
        <source>The expression %1 is wrong: %2.</source>
        <translation>Выражение %1 неверно: %2.</translation>
    </message>
    <message>
        <source>Correct it; the mark shows where.</source>
        <translation>Исправьте его; место отмечено.</translation>
    </message>
    <message>
        <source>The expression %1 could not be worked out: %2.</source>
        <translation>Выражение %1 не вычислилось: %2.</translation>
    </message>
    <message>
        <source>Check the values it uses.</source>
        <translation>Проверьте значения, которые в нём есть.</translation>
    </message>
    <message>
        <source>The conversation went in a circle at %1 without listening.</source>
        <translation>Разговор ходил по кругу в узле %1 и никого не слушал.</translation>
    </message>
    <message>
        <source>Put a question to the caller into that circle.</source>
        <translation>Поставьте в этот круг вопрос клиенту.</translation>
    </message>
    <message>
        <source>The script has no start.</source>
        <translation>В графе нет начала.</translation>
    </message>
    <message>
        <source>Add a Start step and connect it to the first step.</source>
        <translation>Добавьте узел «Начало» и соедините его с первым узлом.</translation>
    </message>
    <message>
        <source>The script has more than one start.</source>
        <translation>В графе несколько начал.</translation>
    </message>
    <message>
        <source>Keep one Start step.</source>
        <translation>Оставьте один узел «Начало».</translation>
    </message>
    <message>
        <source>This version does not know the step type %1.</source>
        <translation>Эта версия не знает узлов вида %1.</translation>
    </message>
    <message>
        <source>Update the program, or replace the step.</source>
        <translation>Обновите программу или замените узел.</translation>
    </message>
    <message>
        <source>Two steps share the id %1.</source>
        <translation>У двух узлов один идентификатор %1.</translation>
    </message>
    <message>
        <source>Give one of them another id; a copied step gets one by itself.</source>
        <translation>Дайте одному из них другой; скопированный узел получает свой сам.</translation>
    </message>
    <message>
        <source>A connection leads to the step %1, which is not there.</source>
        <translation>Стрелка ведёт к узлу %1, которого нет.</translation>
    </message>
    <message>
        <source>Connect it to another step or delete it.</source>
        <translation>Направьте её к другому узлу или удалите.</translation>
    </message>
    <message>
        <source>A connection leaves by %1, which this step does not have.</source>
        <translation>Стрелка выходит из исхода %1, которого у узла нет.</translation>
    </message>
    <message>
        <source>Connect one of the step&apos;s own ways out.</source>
        <translation>Соедините один из исходов самого узла.</translation>
    </message>
    <message>
        <source>%1 is connected to more than one step.</source>
        <translation>Исход %1 ведёт к нескольким узлам.</translation>
    </message>
    <message>
        <source>Keep one connection for each way out.</source>
        <translation>Оставьте для каждого исхода одну стрелку.</translation>
    </message>
    <message>
        <source>The way out %1 leads nowhere.</source>
        <translation>Исход %1 никуда не ведёт.</translation>
    </message>
    <message>
        <source>Connect it to a step.</source>
        <translation>Соедините его с узлом.</translation>
    </message>
    <message>
        <source>No way leads to this step.</source>
        <translation>К этому узлу нет пути.</translation>
    </message>
    <message>
        <source>Connect it, or delete it.</source>
        <translation>Соедините его или удалите.</translation>
    </message>
    <message>
        <source>The steps %1 form a circle in which nobody listens.</source>
        <translation>Узлы %1 образуют круг, в котором никто не слушает.</translation>
    </message>
    <message>
        <source>Put a Listen step into the circle.</source>
        <translation>Поставьте в круг узел «Слушать».</translation>
    </message>
    <message>
        <source>The script is too large: at most %1 steps can be used.</source>
        <translation>Граф слишком велик: узлов может быть не больше %1.</translation>
    </message>
    <message>
        <source>Split it into several agents.</source>
        <translation>Разделите его на несколько агентов.</translation>
    </message>
    <message>
        <source>There is no variable %1.</source>
        <translation>Переменной %1 нет.</translation>
    </message>
    <message>
        <source>Declare it among the agent&apos;s variables, or choose another.</source>
        <translation>Объявите её среди переменных агента или выберите другую.</translation>
    </message>
    <message>
        <source>There is no meaning %1.</source>
        <translation>Намерения %1 нет.</translation>
    </message>
    <message>
        <source>Choose one of the agent&apos;s meanings.</source>
        <translation>Выберите одно из намерений агента.</translation>
    </message>
    <message>
        <source>The meaning %1 has no example phrases.</source>
        <translation>У намерения %1 нет примеров.</translation>
    </message>
    <message>
        <source>Write down a few ways in which callers say it.</source>
        <translation>Запишите несколько фраз, как это говорят клиенты.</translation>
    </message>
    <message>
        <source>The text for the language %1 is missing.</source>
        <translation>Нет текста для языка %1.</translation>
    </message>
    <message>
        <source>Write it, or remove the language from the agent.</source>
        <translation>Напишите его или уберите язык из агента.</translation>
    </message>
    <message>
        <source>The agent&apos;s knowledge is empty for the language %1.</source>
        <translation>У агента нет знаний на языке %1.</translation>
    </message>
    <message>
        <source>Write what the agent shall answer from.</source>
        <translation>Напишите, по чему агенту отвечать.</translation>
    </message>
    <message>
        <source>The model %1 is not installed (%2).</source>
        <translation>Модель %1 не установлена (%2).</translation>
    </message>
    <message>
        <source>Install it in the settings, or run the setup again.</source>
        <translation>Запустите установку ещё раз.</translation>
    </message>
    <message>
        <source>The files of the model %1 are damaged (%2).</source>
        <translation>Файлы модели %1 повреждены (%2).</translation>
    </message>
    <message>
        <source>Remove it and install it again.</source>
        <translation>Удалите её и установите заново.</translation>
    </message>
    <message>
        <source>The model %1 stopped working.</source>
        <translation>Модель %1 перестала работать.</translation>
    </message>
    <message>
        <source>Start the call again; if it repeats, install the model again.</source>
        <translation>Начните звонок заново; если повторится, переустановите модель.</translation>
    </message>
    <message>
        <source>There is no voice for %1.</source>
        <translation>Для языка %1 нет голоса.</translation>
    </message>
    <message>
        <source>Install a voice, or choose another in the agent.</source>
        <translation>Установите голос или выберите в агенте другой.</translation>
    </message>
    <message>
        <source>The language %1 cannot be recognised here.</source>
        <translation>Язык %1 здесь не распознаётся.</translation>
    </message>
    <message>
        <source>Choose another recogniser in the agent.</source>
        <translation>Выберите в агенте другой распознаватель.</translation>
    </message>
    <message>
        <source>No microphone was found.</source>
        <translation>Микрофон не найден.</translation>
    </message>
    <message>
        <source>Connect one, or continue in text mode.</source>
        <translation>Подключите его или продолжайте текстом.</translation>
    </message>
    <message>
        <source>No loudspeaker or headset was found.</source>
        <translation>Не найдены ни динамик, ни гарнитура.</translation>
    </message>
    <message>
        <source>Connect one; answers are shown as text until then.</source>
        <translation>Подключите их; пока ответы видны текстом.</translation>
    </message>
    <message>
        <source>The sound device %1 was disconnected.</source>
        <translation>Звуковое устройство %1 отключено.</translation>
    </message>
    <message>
        <source>Connect it again, or choose another device.</source>
        <translation>Подключите его снова или выберите другое.</translation>
    </message>
    <message>
        <source>%1 is not set up.</source>
        <translation>%1: не настроено.</translation>
    </message>
    <message>
        <source>Fill it in under Settings.</source>
        <translation>Заполните в настройках.</translation>
    </message>
    <message>
        <source>The secret %1 is not stored on this machine.</source>
        <translation>Секрета %1 на этой машине нет.</translation>
    </message>
    <message>
        <source>Enter it under Settings.</source>
        <translation>Введите его в настройках.</translation>
    </message>
    <message>
        <source>%1 refused the connection.</source>
        <translation>%1 отказывает в соединении.</translation>
    </message>
    <message>
        <source>Check the address and that the server is running.</source>
        <translation>Проверьте адрес и работает ли сервер.</translation>
    </message>
    <message>
        <source>%1 cannot be reached.</source>
        <translation>%1 недоступен.</translation>
    </message>
    <message>
        <source>Check the address and the network.</source>
        <translation>Проверьте адрес и сеть.</translation>
    </message>
    <message>
        <source>%1 did not answer within %2 ms.</source>
        <translation>%1 не ответил за %2 мс.</translation>
    </message>
    <message>
        <source>Try again, or allow it more time.</source>
        <translation>Попробуйте снова или дайте больше времени.</translation>
    </message>
    <message>
        <source>%1 did not accept the key.</source>
        <translation>%1 не принял ключ.</translation>
    </message>
    <message>
        <source>Check the key under Settings.</source>
        <translation>Проверьте ключ в настройках.</translation>
    </message>
    <message>
        <source>%1 allows no more requests for now.</source>
        <translation>%1 пока не принимает запросов.</translation>
    </message>
    <message>
        <source>Wait %2 s and try again.</source>
        <translation>Подождите %2 с и попробуйте снова.</translation>
    </message>
    <message>
        <source>%1 answered with an error (%2).</source>
        <translation>%1 ответил ошибкой (%2).</translation>
    </message>
    <message>
        <source>Try again later; the details show what it said.</source>
        <translation>Попробуйте позже; что он сказал, видно в подробностях.</translation>
    </message>
    <message>
        <source>%1 answered with something that makes no sense (%2).</source>
        <translation>%1 ответил непонятно (%2).</translation>
    </message>
    <message>
        <source>Check that the address belongs to the right server.</source>
        <translation>Проверьте, тот ли это сервер.</translation>
    </message>
    <message>
        <source>%1 is larger than allowed (%2).</source>
        <translation>%1 больше допустимого (%2).</translation>
    </message>
    <message>
        <source>Make it smaller, or split it.</source>
        <translation>Уменьшите или разделите.</translation>
    </message>
    <message>
        <source>The address %1 is not allowed.</source>
        <translation>Адрес %1 не разрешён.</translation>
    </message>
    <message>
        <source>Use an http or https address that the settings allow.</source>
        <translation>Укажите адрес http или https, разрешённый в настройках.</translation>
    </message>
    <message>
        <source>The voice %1 could not speak.</source>
        <translation>Голос %1 не смог говорить.</translation>
    </message>
    <message>
        <source>The answer is shown as text; choose another voice if it repeats.</source>
        <translation>Ответ показан текстом; если повторится, выберите другой голос.</translation>
    </message>
    <message>
        <source>Speech recognition (%1) failed.</source>
        <translation>Распознавание речи (%1) отказало.</translation>
    </message>
    <message>
        <source>The call goes on; ask the caller to repeat, or type.</source>
        <translation>Звонок продолжается; попросите повторить или пишите.</translation>
    </message>
    <message>
        <source>It was cancelled.</source>
        <translation>Отменено.</translation>
    </message>
    <message>
        <source>Start it again when you are ready.</source>
        <translation>Начните снова, когда будете готовы.</translation>
    </message>
    <message>
        <source>%1</source>
        <translation>%1</translation>
    </message>
    <message>
        <source>See --help.</source>
        <translation>Смотрите --help.</translation>
    </message>
    <message>
        <source>%1, line %2, column %3: expected %4.</source>
        <translation>%1, строка %2, столбец %3: ожидается %4.</translation>
    </message>
    <message>
        <source>The help page on talks lists what a line may say.</source>
        <translation>Что может стоять в строке, перечислено на странице справки о записях разговоров.</translation>
    </message>
    <message>
        <source>You are not signed in, or your sign-in has ended.</source>
        <translation>Вы не вошли, или вход больше не действует.</translation>
    </message>
    <message>
        <source>Sign in again, or use a valid API key.</source>
        <translation>Войдите снова или возьмите действующий ключ API.</translation>
    </message>
    <message>
        <source>You may not do this: it needs “%1”.</source>
        <translation>Вам это не разрешено: нужно право «%1».</translation>
    </message>
    <message>
        <source>Ask an owner of the workspace for another role, or a key with this scope.</source>
        <translation>Попросите у владельца рабочего пространства другую роль или ключ с этим правом.</translation>
    </message>
    <message>
        <source>This address does not know the method %1.</source>
        <translation>По этому адресу нет метода %1.</translation>
    </message>
    <message>
        <source>The Allow header and the API&apos;s description name the methods.</source>
        <translation>Методы названы в заголовке Allow и в описании API.</translation>
    </message>
    <message>
        <source>The request does not say which version it changes.</source>
        <translation>В запросе не сказано, какую версию он меняет.</translation>
    </message>
    <message>
        <source>Send the version you read in If-Match.</source>
        <translation>Передайте прочитанную версию в If-Match.</translation>
    </message>
    <message>
        <source>%1 has a newer version than the one you read.</source>
        <translation>У «%1» есть версия новее прочитанной вами.</translation>
    </message>
    <message>
        <source>Read it again and repeat your change.</source>
        <translation>Прочитайте снова и повторите изменение.</translation>
    </message>
    <message>
        <source>The %1 has problems: %2.</source>
        <translation>В документе (%1) есть ошибки: %2.</translation>
    </message>
    <message>
        <source>Correct the places listed and send it again.</source>
        <translation>Исправьте названные места и отправьте снова.</translation>
    </message>
    <message>
        <source>The request is not well formed: %1.</source>
        <translation>Запрос составлен неверно: %1.</translation>
    </message>
    <message>
        <source>Correct the program that sent it.</source>
        <translation>Исправьте программу, которая его отправила.</translation>
    </message>
    <message>
        <source>The idempotency key %1 was used for another request.</source>
        <translation>Ключ идемпотентности %1 уже был у другого запроса.</translation>
    </message>
    <message>
        <source>Make a new key for each new request.</source>
        <translation>Для каждого нового запроса создавайте новый ключ.</translation>
    </message>
    <message>
        <source>The server has too much to do right now.</source>
        <translation>Сервер сейчас слишком занят.</translation>
    </message>
    <message>
        <source>Try again in a moment.</source>
        <translation>Повторите чуть позже.</translation>
    </message>
    <message>
        <source>Nothing can listen on %1.</source>
        <translation>По адресу %1 нельзя принимать соединения.</translation>
    </message>
    <message>
        <source>Another program may do so already: choose another address or port.</source>
        <translation>Возможно, его занимает другая программа: выберите другой адрес или порт.</translation>
    </message>
    <message>
        <source>Nobody has reported what runs in %1.</source>
        <translation>Никто не сообщил, что работает в окружении %1.</translation>
    </message>
    <message>
        <source>Let a host report what it runs, then adopt it.</source>
        <translation>Пусть узел сообщит, что у него работает, и тогда примите это.</translation>
    </message>
    <message>
        <source>The e-mail or the password is wrong.</source>
        <translation>Неверная почта или пароль.</translation>
    </message>
    <message>
        <source>Check both; an owner can send you a new invitation.</source>
        <translation>Проверьте и то и другое; владелец может прислать новое приглашение.</translation>
    </message>
    <message>
        <source>There were too many failed attempts to sign in.</source>
        <translation>Слишком много неудачных попыток входа.</translation>
    </message>
    <message>
        <source>Try again in %1 seconds.</source>
        <translation>Повторите через %1 с.</translation>
    </message>
    <message>
        <source>The password is too short.</source>
        <translation>Пароль слишком короткий.</translation>
    </message>
    <message>
        <source>Use %1 characters or more; a few words make a good one.</source>
        <translation>Нужно не меньше %1 знаков; хорошо подходят несколько слов.</translation>
    </message>
    <message>
        <source>Many people use this password, so it would be guessed.</source>
        <translation>Этим паролем пользуются многие, его легко угадать.</translation>
    </message>
    <message>
        <source>Choose another one; a few words make a good one.</source>
        <translation>Выберите другой; хорошо подходят несколько слов.</translation>
    </message>
    <message>
        <source>The password contains your name or e-mail, so it would be guessed.</source>
        <translation>В пароле есть ваше имя или почта, его легко угадать.</translation>
    </message>
    <message>
        <source>This invitation was used already or is no longer valid.</source>
        <translation>Это приглашение уже использовано или больше не действует.</translation>
    </message>
    <message>
        <source>Ask an owner of the workspace for a new one.</source>
        <translation>Попросите у владельца рабочего пространства новое.</translation>
    </message>
    <message>
        <source>%1 knows you, but nobody has invited you to this workspace.</source>
        <translation>%1 вас знает, но в это рабочее пространство вас никто не приглашал.</translation>
    </message>
    <message>
        <source>Ask an owner of the workspace for an invitation.</source>
        <translation>Попросите у владельца рабочего пространства приглашение.</translation>
    </message>
    <message>
        <source>A workspace needs an owner, and this is the last one.</source>
        <translation>Рабочему пространству нужен владелец, а этот последний.</translation>
    </message>
    <message>
        <source>Make somebody else an owner first.</source>
        <translation>Сначала сделайте владельцем кого-нибудь другого.</translation>
    </message>
    <message>
        <source>Signing in with %1 did not work (%2).</source>
        <translation>Не удалось войти через %1 (%2).</translation>
    </message>
    <message>
        <source>Start again; if it repeats, an owner should check the provider&apos;s settings.</source>
        <translation>Начните сначала; если повторится, владельцу стоит проверить настройки этого способа входа.</translation>
    </message>
    <message>
        <source>The model called a tool that does not exist: %1.</source>
        <translation>Модель вызвала инструмент, которого нет: %1.</translation>
    </message>
    <message>
        <source>The model was told so. Name the tools in the instructions as they are named in the step.</source>
        <translation>Модели об этом сообщено. Называйте инструменты в указаниях так же, как в шаге.</translation>
    </message>
    <message>
        <source>The model called %1 with wrong arguments: %2 %3.</source>
        <translation>Модель вызвала %1 с неверными аргументами: %2 %3.</translation>
    </message>
    <message>
        <source>Nothing was done and the model was told so. Describe the argument more exactly.</source>
        <translation>Ничего не сделано, модели об этом сообщено. Опишите аргумент точнее.</translation>
    </message>
    <message>
        <source>The model used tools %1 times in a row and was told to answer.</source>
        <translation>Модель обратилась к инструментам %1 раз подряд, и ей велено ответить.</translation>
    </message>
    <message>
        <source>If that is too few, allow more tools in a row at the step.</source>
        <translation>Если этого мало, разрешите в шаге больше обращений подряд.</translation>
    </message>
    <message>
        <source>This line cannot press telephone keys.</source>
        <translation>На этой линии нельзя нажимать телефонные клавиши.</translation>
    </message>
    <message>
        <source>Only a telephone line can.</source>
        <translation>Это умеет только телефонная линия.</translation>
    </message>
    <message>
        <source>Nothing was published to %2 before what is there now.</source>
        <translation>До того, что сейчас опубликовано в %2, ничего не публиковалось.</translation>
    </message>
    <message>
        <source>Publish another version, or one of the releases there are.</source>
        <translation>Опубликуйте другую версию или один из имеющихся выпусков.</translation>
    </message>
    <message>
        <source>%2 is not in conflict.</source>
        <translation>У %2 нет конфликта.</translation>
    </message>
    <message>
        <source>It may have been decided meanwhile: read it again.</source>
        <translation>Возможно, его уже разрешили: прочитайте ещё раз.</translation>
    </message>
    <message>
        <source>The server&apos;s disk is full: nothing can be saved there, nor opened where opening is recorded. The rest can be read.</source>
        <translation>Диск сервера заполнен: на нём ничего нельзя сохранить и нельзя открыть то, чтение чего записывается. Остальное читать можно.</translation>
    </message>
    <message>
        <source>Whoever runs the server must free some space; then saving goes on by itself.</source>
        <translation>Тот, кто отвечает за сервер, должен освободить место; после этого сохранение продолжится само.</translation>
    </message>
    <message>
        <source>The value of the secret %1 stands in what was to be kept: %2</source>
        <translation>В том, что нужно сохранить, стоит значение секрета %1: %2</translation>
    </message>
    <message>
        <source>Remove it there and refer to the secret by its name. Others would have read it.</source>
        <translation>Уберите его оттуда и сошлитесь на секрет по имени. Иначе его прочли бы другие.</translation>
    </message>
    <message>
        <source>Nobody this computer knows vouches for the certificate of %1.</source>
        <translation>За сертификат %1 не ручается никто из известных этому компьютеру.</translation>
    </message>
    <message>
        <source>Compare its fingerprint with whoever runs the server, and trust it under Settings, Workspace, or with voxctl login --trust.</source>
        <translation>Сверьте его отпечаток с тем, кто держит сервер, и подтвердите в «Настройки», «Рабочее пространство» или командой voxctl login --trust.</translation>
    </message>
    <message>
        <source>%1 shows another certificate than the one you trusted, so nothing was sent.</source>
        <translation>%1 показывает не тот сертификат, что вы подтвердили, поэтому ничего не отправлено.</translation>
    </message>
    <message>
        <source>Ask whoever runs the server whether it was renewed; then trust the new one under Settings, Workspace, or with voxctl login --trust.</source>
        <translation>Спросите того, кто держит сервер, обновляли ли сертификат; затем подтвердите новый в «Настройки», «Рабочее пространство» или командой voxctl login --trust.</translation>
    </message>
    <message>
        <source>The workspace is not empty, so nothing was restored into it.</source>
        <translation>Рабочее пространство не пустое, поэтому в него ничего не восстановлено.</translation>
    </message>
    <message>
        <source>Restore into a new folder, or into a server where nothing was made yet.</source>
        <translation>Восстанавливайте в новую папку или на сервер, где ещё ничего не создано.</translation>
    </message>
    <message>
        <source>This is no backup of Voxdesk, or not a whole one (%2).</source>
        <translation>Это не резервная копия Voxdesk, или она неполная (%2).</translation>
    </message>
    <message>
        <source>Take another copy of it. A backup of a newer Voxdesk needs that one.</source>
        <translation>Возьмите другую копию. Копию более новой версии Voxdesk открывает только та версия.</translation>
    </message>
    <message>
        <source>The conversation %2 has nothing to go on with.</source>
        <translation>Разговор %2 не с чего продолжить.</translation>
    </message>
    <message>
        <source>Only a call that was cut off in the middle can be continued. Start a new one.</source>
        <translation>Продолжить можно только звонок, который оборвался посередине. Начните новый.</translation>
    </message>
    <message>
        <source>The model %2 is not whole: %3 should be in its folder.</source>
        <translation>Модель %2 неполна: в её папке должен быть %3.</translation>
    </message>
    <message>
        <source>Take the folder as its project publishes it, with all its files.</source>
        <translation>Возьмите папку такой, какой её публикует проект, со всеми файлами.</translation>
    </message>
    <message>
        <source>The conversation %2 was continued already.</source>
        <translation>Разговор %2 уже продолжен.</translation>
    </message>
    <message>
        <source>A call goes on once, so that nothing is done twice. If the later one was cut off too, continue that.</source>
        <translation>Звонок продолжают один раз, чтобы ничего не сделать дважды. Если оборвался и тот, что его продолжил, продолжите тот.</translation>
    </message>
</context>
<context>
    <name>EventText</name>
    <message>
        <source>Call started, %1</source>
        <translation>Звонок начат, %1</translation>
    </message>
    <message>
        <source>Caller started speaking</source>
        <translation>Клиент заговорил</translation>
    </message>
    <message>
        <source>Caller paused</source>
        <translation>Клиент замолчал</translation>
    </message>
    <message>
        <source>Partial, stability %1</source>
        <translation>Промежуточное, устойчивость %1</translation>
    </message>
    <message>
        <source>Typed: %1</source>
        <translation>Написано: %1</translation>
    </message>
    <message>
        <source>Heard: %1</source>
        <translation>Услышано: %1</translation>
    </message>
    <message>
        <source>Understood: %1</source>
        <translation>Понято: %1</translation>
    </message>
    <message>
        <source>Understood %1, %2</source>
        <translation>Понято %1, %2</translation>
    </message>
    <message>
        <source>%1 called</source>
        <translation>Вызван %1</translation>
    </message>
    <message>
        <source>Tool answered %1</source>
        <translation>Инструмент ответил %1</translation>
    </message>
    <message>
        <source>Tool gave no answer</source>
        <translation>Инструмент не ответил</translation>
    </message>
    <message>
        <source>Model asked: %1</source>
        <translation>Спрошена модель: %1</translation>
    </message>
    <message numerus="yes">
        <source>Model answered, %n tokens</source>
        <translation>
            <numerusform>Модель ответила, %n токен</numerusform>
            <numerusform>Модель ответила, %n токена</numerusform>
            <numerusform>Модель ответила, %n токенов</numerusform>
        </translation>
    </message>
    <message>
        <source>Looked up, score %1</source>
        <translation>Поиск в знаниях, оценка %1</translation>
    </message>
    <message>
        <source>Answer prepared</source>
        <translation>Ответ готов</translation>
    </message>
    <message>
        <source>First sound</source>
        <translation>Первый звук</translation>
    </message>
    <message>
        <source>Cut after %1 s</source>
        <translation>Прервано через %1 с</translation>
    </message>
    <message>
        <source>Played to the end, %1 s</source>
        <translation>Произнесено до конца, %1 с</translation>
    </message>
    <message>
        <source>Held: the caller&apos;s voice</source>
        <translation>Пауза: голос клиента</translation>
    </message>
    <message>
        <source>Resumed</source>
        <translation>Продолжено</translation>
    </message>
    <message>
        <source>Barge-in: silent after %1 ms</source>
        <translation>Перебит: тишина через %1 мс</translation>
    </message>
    <message>
        <source>Pressed %1</source>
        <translation>Нажато %1</translation>
    </message>
    <message>
        <source>Silence for %1 s</source>
        <translation>Тишина %1 с</translation>
    </message>
    <message>
        <source>Language: %1</source>
        <translation>Язык: %1</translation>
    </message>
    <message>
        <source>Handed over: %1</source>
        <translation>Передан: %1</translation>
    </message>
    <message>
        <source>Device: %1</source>
        <translation>Устройство: %1</translation>
    </message>
    <message>
        <source>Another voice took over: %1</source>
        <translation>Подключился другой голос: %1</translation>
    </message>
    <message>
        <source>Another model took over: %1</source>
        <translation>Подключилась другая модель: %1</translation>
    </message>
    <message>
        <source>Another recogniser took over: %1</source>
        <translation>Подключился другой распознаватель: %1</translation>
    </message>
    <message>
        <source>Goes on from a call that was cut off: %1</source>
        <translation>Продолжает оборвавшийся звонок: %1</translation>
    </message>
</context>
<context>
    <name>ExpressionReason</name>
    <message>
        <source>%1 is not expected here</source>
        <translation>здесь не ожидается %1</translation>
    </message>
    <message>
        <source>it ends too early</source>
        <translation>обрывается слишком рано</translation>
    </message>
    <message>
        <source>there is no variable %1</source>
        <translation>нет переменной %1</translation>
    </message>
    <message>
        <source>there is no function %1</source>
        <translation>нет функции %1</translation>
    </message>
    <message>
        <source>these values do not go together (%1)</source>
        <translation>эти значения не сочетаются (%1)</translation>
    </message>
    <message>
        <source>the type does not fit (%1)</source>
        <translation>тип не подходит (%1)</translation>
    </message>
    <message>
        <source>a value of type %1 has no fields</source>
        <translation>у значения типа %1 нет полей</translation>
    </message>
    <message>
        <source>a value of type %1 has no numbered parts</source>
        <translation>у значения типа %1 нет частей по номерам</translation>
    </message>
    <message>
        <source>there is no field %1</source>
        <translation>нет поля %1</translation>
    </message>
    <message>
        <source>the position lies outside</source>
        <translation>место за пределами</translation>
    </message>
    <message>
        <source>the number is too large</source>
        <translation>число слишком велико</translation>
    </message>
    <message>
        <source>division by zero</source>
        <translation>деление на ноль</translation>
    </message>
    <message>
        <source>%1 cannot be converted</source>
        <translation>%1 не преобразуется</translation>
    </message>
    <message>
        <source>the number %1 cannot be read</source>
        <translation>число %1 не читается</translation>
    </message>
    <message>
        <source>unknown character after the backslash</source>
        <translation>неизвестный знак после обратной косой черты</translation>
    </message>
    <message>
        <source>the closing quote is missing</source>
        <translation>нет закрывающей кавычки</translation>
    </message>
    <message>
        <source>byte strings are not supported</source>
        <translation>строки байтов не поддерживаются</translation>
    </message>
    <message>
        <source>unsigned numbers are not supported</source>
        <translation>числа без знака не поддерживаются</translation>
    </message>
    <message>
        <source>%1 is a reserved word</source>
        <translation>%1 — зарезервированное слово</translation>
    </message>
    <message>
        <source>has() needs a field, as in has(order.code)</source>
        <translation>has() нужно поле, например has(order.code)</translation>
    </message>
    <message>
        <source>a key must be a text or a whole number, not %1</source>
        <translation>ключ должен быть текстом или целым числом, а не %1</translation>
    </message>
    <message>
        <source>a key stands twice</source>
        <translation>ключ повторяется</translation>
    </message>
    <message>
        <source>it is nested too deeply</source>
        <translation>слишком глубокая вложенность</translation>
    </message>
    <message>
        <source>it is too long</source>
        <translation>слишком длинно</translation>
    </message>
    <message>
        <source>the result is too large</source>
        <translation>результат слишком велик</translation>
    </message>
    <message>
        <source>the pattern %1 is wrong</source>
        <translation>образец %1 неверен</translation>
    </message>
    <message>
        <source>the pattern %1 takes too long</source>
        <translation>образец %1 работает слишком долго</translation>
    </message>
    <message>
        <source>there is no time zone %1</source>
        <translation>нет часового пояса %1</translation>
    </message>
    <message>
        <source>a closing brace stands alone; write }} for a brace</source>
        <translation>закрывающая скобка стоит одна; сама скобка пишется как }}</translation>
    </message>
    <message>
        <source>the closing brace is missing</source>
        <translation>нет закрывающей скобки</translation>
    </message>
</context>
<context>
    <name>Flow</name>
    <message>
        <source>Position</source>
        <translation>Положение</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Название</translation>
    </message>
    <message>
        <source>Nodes</source>
        <translation>Узлы</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Тип</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Настройки</translation>
    </message>
    <message>
        <source>Edges</source>
        <translation>Стрелки</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Откуда</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Исход</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Куда</translation>
    </message>
</context>
<context>
    <name>HandoverSettings</name>
    <message>
        <source>Said before</source>
        <translation>Сказать перед этим</translation>
    </message>
    <message>
        <source>Tells the caller that a person takes over.</source>
        <translation>Предупреждает клиента, что дальше ответит человек.</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>Очередь</translation>
    </message>
    <message>
        <source>Who takes the call: a team or a line.</source>
        <translation>Кто примет звонок: команда или линия.</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Заметка</translation>
    </message>
    <message>
        <source>What the person sees. Variables in braces are filled in.</source>
        <translation>Что увидит человек. Переменные в фигурных скобках подставятся.</translation>
    </message>
</context>
<context>
    <name>Intent</name>
    <message>
        <source>Id</source>
        <translation>Идентификатор</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Название</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Описание</translation>
    </message>
    <message>
        <source>What callers say</source>
        <translation>Что говорят клиенты</translation>
    </message>
    <message>
        <source>Six or more examples, in the words callers really use.</source>
        <translation>Шесть и больше примеров теми словами, какими говорят клиенты.</translation>
    </message>
</context>
<context>
    <name>InvitationInfo</name>
    <message>
        <source>Id</source>
        <translation>Идентификатор</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>Почта</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Роль</translation>
    </message>
    <message>
        <source>Invited by</source>
        <translation>Кто пригласил</translation>
    </message>
    <message>
        <source>Expires</source>
        <translation>Действует до</translation>
    </message>
</context>
<context>
    <name>KnowledgeSettings</name>
    <message>
        <source>Question</source>
        <translation>Вопрос</translation>
    </message>
    <message>
        <source>Empty: what the caller said last.</source>
        <translation>Пусто: последние слова клиента.</translation>
    </message>
    <message>
        <source>How well it must fit</source>
        <translation>Насколько точно</translation>
    </message>
    <message>
        <source>0 answers always, 1 only when every word of the question is found.</source>
        <translation>0 отвечает всегда, 1 — только когда нашлось каждое слово вопроса.</translation>
    </message>
    <message>
        <source>Said before the answer</source>
        <translation>Сказать перед ответом</translation>
    </message>
</context>
<context>
    <name>LatencyPart</name>
    <message>
        <source>Endpointing</source>
        <translation>Конец речи</translation>
    </message>
    <message>
        <source>Recognition</source>
        <translation>Распознавание</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>Решение</translation>
    </message>
    <message>
        <source>Tool</source>
        <translation>Инструмент</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Модель</translation>
    </message>
    <message>
        <source>Speech</source>
        <translation>Синтез</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Устройство</translation>
    </message>
</context>
<context>
    <name>ListenSettings</name>
    <message>
        <source>Number</source>
        <translation>Число</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Дата</translation>
    </message>
    <message>
        <source>Time of day</source>
        <translation>Время</translation>
    </message>
    <message>
        <source>Phone number</source>
        <translation>Номер телефона</translation>
    </message>
    <message>
        <source>Yes or no</source>
        <translation>Да или нет</translation>
    </message>
    <message>
        <source>Order code</source>
        <translation>Номер заказа</translation>
    </message>
    <message>
        <source>E-mail address</source>
        <translation>Адрес почты</translation>
    </message>
    <message>
        <source>Amount of money</source>
        <translation>Сумма денег</translation>
    </message>
    <message>
        <source>Everything said</source>
        <translation>Всё сказанное</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Что</translation>
    </message>
    <message>
        <source>Into variable</source>
        <translation>В переменную</translation>
    </message>
    <message>
        <source>Shape of the code</source>
        <translation>Вид номера</translation>
    </message>
    <message>
        <source>For order codes: A is a letter, 9 a digit, as in AA-9999. Empty: any.</source>
        <translation>Для номеров заказа: A — буква, 9 — цифра, например AA-9999. Пусто: любой.</translation>
    </message>
    <message>
        <source>Must be said</source>
        <translation>Обязательно</translation>
    </message>
    <message>
        <source>What counts as an answer</source>
        <translation>Что считать ответом</translation>
    </message>
    <message>
        <source>When it is not understood</source>
        <translation>Если не понято</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>Вопрос</translation>
    </message>
    <message>
        <source>Asked before listening; may be empty when a step before has asked.</source>
        <translation>Задаётся перед тем, как слушать; можно не заполнять, если уже спросил узел перед этим.</translation>
    </message>
    <message>
        <source>The caller may interrupt</source>
        <translation>Клиент может перебить</translation>
    </message>
    <message>
        <source>Meanings</source>
        <translation>Намерения</translation>
    </message>
    <message>
        <source>Each meaning is a way out of this step.</source>
        <translation>Каждое намерение — исход этого узла.</translation>
    </message>
    <message>
        <source>Yes and no</source>
        <translation>Да и нет</translation>
    </message>
    <message>
        <source>Understood without examples; two ways out.</source>
        <translation>Понимается без примеров; два исхода.</translation>
    </message>
    <message>
        <source>Details to note</source>
        <translation>Что записать</translation>
    </message>
    <message>
        <source>Numbers, dates, codes and the like are put into variables.</source>
        <translation>Числа, даты, номера и подобное попадут в переменные.</translation>
    </message>
    <message>
        <source>Understand these meanings at every step</source>
        <translation>Понимать эти намерения в любом узле</translation>
    </message>
    <message>
        <source>So that &quot;a person, please&quot; works anywhere in the call.</source>
        <translation>Чтобы «позовите человека» срабатывало в любой момент звонка.</translation>
    </message>
    <message>
        <source>How sure the agent must be</source>
        <translation>Насколько агент должен быть уверен</translation>
    </message>
    <message>
        <source>Patience</source>
        <translation>Терпение</translation>
    </message>
    <message>
        <source>How long the caller may be silent before being asked again.</source>
        <translation>Сколько клиент может молчать, прежде чем его спросят снова.</translation>
    </message>
    <message>
        <source>Ask again</source>
        <translation>Переспросить</translation>
    </message>
    <message>
        <source>How often, before the call goes on by &quot;Did not understand&quot; or &quot;Silence&quot;.</source>
        <translation>Сколько раз, прежде чем звонок пойдёт по «Не понял» или «Тишина».</translation>
    </message>
    <message>
        <source>Said when asking again</source>
        <translation>Фразы для повторного вопроса</translation>
    </message>
    <message>
        <source>The first, then the second and so on. Empty: the question once more.</source>
        <translation>Сначала первая, затем вторая и так далее. Пусто: тот же вопрос.</translation>
    </message>
    <message>
        <source>ms</source>
        <translation>мс</translation>
    </message>
</context>
<context>
    <name>ModelKind</name>
    <message>
        <source>Vosk</source>
        <translation>Vosk</translation>
    </message>
    <message>
        <source>Moonshine</source>
        <translation>Moonshine</translation>
    </message>
    <message>
        <source>sherpa-onnx</source>
        <translation>sherpa-onnx</translation>
    </message>
    <message>
        <source>sherpa-onnx voice</source>
        <translation>голос sherpa-onnx</translation>
    </message>
</context>
<context>
    <name>ModelSettings</name>
    <message>
        <source>Instructions</source>
        <translation>Указания</translation>
    </message>
    <message>
        <source>What the model shall do at this step, after the agent&apos;s own instructions.</source>
        <translation>Что модели сделать в этом узле, в дополнение к указаниям агента.</translation>
    </message>
    <message>
        <source>At most</source>
        <translation>Не больше</translation>
    </message>
    <message>
        <source>Also into variable</source>
        <translation>Также в переменную</translation>
    </message>
    <message>
        <source>Said meanwhile</source>
        <translation>Сказать тем временем</translation>
    </message>
    <message>
        <source>Freedom</source>
        <translation>Вольность</translation>
    </message>
    <message>
        <source>0 says the same each time, 1 varies.</source>
        <translation>0 отвечает каждый раз одинаково, 1 — по-разному.</translation>
    </message>
    <message>
        <source>Give up after</source>
        <translation>Не ждать дольше</translation>
    </message>
    <message>
        <source>What the model may do</source>
        <translation>Что модель может делать</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>Инструменты</translation>
    </message>
    <message>
        <source>Requests to other systems that the model may make by itself.</source>
        <translation>Запросы к другим системам, которые модель может делать сама.</translation>
    </message>
    <message>
        <source>Hang up</source>
        <translation>Завершать звонок</translation>
    </message>
    <message>
        <source>Hand over to</source>
        <translation>Передавать звонок</translation>
    </message>
    <message>
        <source>Teams or lines the model may pass the call to. Empty: it may not.</source>
        <translation>Команды или линии, которым модель может передать звонок. Пусто: не может.</translation>
    </message>
    <message>
        <source>Press telephone keys</source>
        <translation>Нажимать телефонные клавиши</translation>
    </message>
    <message>
        <source>Wait in silence</source>
        <translation>Молча ждать</translation>
    </message>
    <message>
        <source>Tools in a row</source>
        <translation>Инструментов подряд</translation>
    </message>
    <message>
        <source>How often the model may use tools before it must answer.</source>
        <translation>Сколько раз модель может обратиться к инструментам, прежде чем должна ответить.</translation>
    </message>
    <message>
        <source>Longest result</source>
        <translation>Длина результата</translation>
    </message>
    <message>
        <source>characters</source>
        <translation>символов</translation>
    </message>
    <message>
        <source>What a tool answers beyond this is cut off before the model reads it.</source>
        <translation>Что инструмент ответил сверх этого, модель не увидит.</translation>
    </message>
    <message>
        <source>sentences</source>
        <translation>предложений</translation>
    </message>
    <message>
        <source>ms</source>
        <translation>мс</translation>
    </message>
</context>
<context>
    <name>NodeType</name>
    <message>
        <source>Decide</source>
        <translation>Решить</translation>
    </message>
    <message>
        <source>Takes one of several ways, by what is known so far.</source>
        <translation>Выбирает один из путей по тому, что уже известно.</translation>
    </message>
    <message>
        <source>End</source>
        <translation>Завершить</translation>
    </message>
    <message>
        <source>Says goodbye and hangs up.</source>
        <translation>Прощается и кладёт трубку.</translation>
    </message>
    <message>
        <source>Hand over</source>
        <translation>Передать человеку</translation>
    </message>
    <message>
        <source>Passes the call to a person.</source>
        <translation>Передаёт звонок человеку.</translation>
    </message>
    <message>
        <source>Answer from knowledge</source>
        <translation>Ответить по знаниям</translation>
    </message>
    <message>
        <source>Finds the sentence of the agent&apos;s knowledge that answers, and says it.</source>
        <translation>Находит в знаниях агента подходящую фразу и произносит её.</translation>
    </message>
    <message>
        <source>Listen</source>
        <translation>Слушать</translation>
    </message>
    <message>
        <source>Asks, waits for the caller and goes on by what was meant.</source>
        <translation>Спрашивает, ждёт ответа и идёт дальше по его смыслу.</translation>
    </message>
    <message>
        <source>Ask a model</source>
        <translation>Спросить модель</translation>
    </message>
    <message>
        <source>A language model answers in its own words.</source>
        <translation>Языковая модель отвечает своими словами.</translation>
    </message>
    <message>
        <source>Say</source>
        <translation>Сказать</translation>
    </message>
    <message>
        <source>The agent says a text.</source>
        <translation>Агент произносит текст.</translation>
    </message>
    <message>
        <source>Remember</source>
        <translation>Запомнить</translation>
    </message>
    <message>
        <source>Keeps a value in a variable.</source>
        <translation>Хранит значение в переменной.</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Начало</translation>
    </message>
    <message>
        <source>Every call begins here.</source>
        <translation>Отсюда начинается каждый звонок.</translation>
    </message>
    <message>
        <source>Use a tool</source>
        <translation>Вызвать инструмент</translation>
    </message>
    <message>
        <source>Asks another system over HTTP and remembers its answer.</source>
        <translation>Спрашивает другую систему по HTTP и запоминает ответ.</translation>
    </message>
</context>
<context>
    <name>OtlpSettings</name>
    <message>
        <source>JSON</source>
        <translation>JSON</translation>
    </message>
    <message>
        <source>Protobuf</source>
        <translation>Protobuf</translation>
    </message>
    <message>
        <source>Address of the collector</source>
        <translation>Адрес сборщика</translation>
    </message>
    <message>
        <source>Encoding</source>
        <translation>Кодирование</translation>
    </message>
    <message>
        <source>Headers</source>
        <translation>Заголовки</translation>
    </message>
    <message>
        <source>Traces</source>
        <translation>Трассы</translation>
    </message>
    <message>
        <source>Histograms</source>
        <translation>Гистограммы</translation>
    </message>
    <message>
        <source>What was said</source>
        <translation>Сказанное</translation>
    </message>
    <message>
        <source>Name of the service</source>
        <translation>Имя службы</translation>
    </message>
    <message>
        <source>Attributes of the resource</source>
        <translation>Атрибуты ресурса</translation>
    </message>
    <message>
        <source>Give up after</source>
        <translation>Не ждать дольше</translation>
    </message>
</context>
<context>
    <name>Permission</name>
    <message>
        <source>Read agents and other documents</source>
        <translation>Читать агентов и другие документы</translation>
    </message>
    <message>
        <source>Edit agents and other documents</source>
        <translation>Изменять агентов и другие документы</translation>
    </message>
    <message>
        <source>Erase contents for good</source>
        <translation>Стирать содержимое навсегда</translation>
    </message>
    <message>
        <source>Publish to staging</source>
        <translation>Публиковать на проверку</translation>
    </message>
    <message>
        <source>Publish to production</source>
        <translation>Публиковать в работу</translation>
    </message>
    <message>
        <source>Read and hear conversations</source>
        <translation>Читать и слушать разговоры</translation>
    </message>
    <message>
        <source>Upload conversations</source>
        <translation>Загружать разговоры</translation>
    </message>
    <message>
        <source>Delete conversations</source>
        <translation>Удалять разговоры</translation>
    </message>
    <message>
        <source>Follow what happens</source>
        <translation>Следить за происходящим</translation>
    </message>
    <message>
        <source>See people</source>
        <translation>Видеть людей</translation>
    </message>
    <message>
        <source>Invite people and change roles</source>
        <translation>Приглашать людей и менять роли</translation>
    </message>
    <message>
        <source>Make API keys of one&apos;s own</source>
        <translation>Создавать свои ключи API</translation>
    </message>
    <message>
        <source>Revoke everybody&apos;s API keys</source>
        <translation>Отзывать ключи API у всех</translation>
    </message>
    <message>
        <source>Write provider keys</source>
        <translation>Записывать ключи поставщиков</translation>
    </message>
    <message>
        <source>Read the audit</source>
        <translation>Читать журнал доступа</translation>
    </message>
    <message>
        <source>See health and metrics</source>
        <translation>Видеть состояние и метрики</translation>
    </message>
    <message>
        <source>Change, back up and restore the workspace</source>
        <translation>Изменять, архивировать и восстанавливать рабочее пространство</translation>
    </message>
</context>
<context>
    <name>PersonInfo</name>
    <message>
        <source>Id</source>
        <translation>Идентификатор</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Имя</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>Почта</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Роль</translation>
    </message>
    <message>
        <source>Signs in with</source>
        <translation>Способ входа</translation>
    </message>
    <message>
        <source>Joined</source>
        <translation>С нами с</translation>
    </message>
    <message>
        <source>Last seen</source>
        <translation>Последний вход</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>Участвует</translation>
    </message>
</context>
<context>
    <name>Places</name>
    <message>
        <source>Today</source>
        <translation>Сегодня</translation>
    </message>
    <message>
        <source>Agents</source>
        <translation>Агенты</translation>
    </message>
    <message>
        <source>Test bench</source>
        <translation>Стенд</translation>
    </message>
    <message>
        <source>Conversations</source>
        <translation>Разговоры</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Настройки</translation>
    </message>
</context>
<context>
    <name>Port</name>
    <message>
        <source>Otherwise</source>
        <translation>Иначе</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>Ответ дан</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>Ничего не найдено</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Да</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Нет</translation>
    </message>
    <message>
        <source>Got it</source>
        <translation>Записано</translation>
    </message>
    <message>
        <source>Did not understand</source>
        <translation>Не понял</translation>
    </message>
    <message>
        <source>Silence</source>
        <translation>Тишина</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Готово</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Дальше</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Ошибка</translation>
    </message>
</context>
<context>
    <name>Role</name>
    <message>
        <source>Owner</source>
        <translation>Владелец</translation>
    </message>
    <message>
        <source>Builder</source>
        <translation>Создатель агентов</translation>
    </message>
    <message>
        <source>QA engineer</source>
        <translation>Инженер по качеству</translation>
    </message>
    <message>
        <source>Supervisor</source>
        <translation>Руководитель смены</translation>
    </message>
    <message>
        <source>Support specialist</source>
        <translation>Специалист поддержки</translation>
    </message>
    <message>
        <source>Viewer</source>
        <translation>Наблюдатель</translation>
    </message>
</context>
<context>
    <name>SaySettings</name>
    <message>
        <source>What the agent says</source>
        <translation>Что говорит агент</translation>
    </message>
    <message>
        <source>Put variables in braces: Your order {order.code} is on its way.</source>
        <translation>Переменные пишутся в фигурных скобках: Ваш заказ {order.code} в пути.</translation>
    </message>
    <message>
        <source>The caller may interrupt</source>
        <translation>Клиент может перебить</translation>
    </message>
    <message>
        <source>Switch off for what must be heard to the end.</source>
        <translation>Выключите для того, что должно быть выслушано до конца.</translation>
    </message>
</context>
<context>
    <name>SecretInfo</name>
    <message>
        <source>Name</source>
        <translation>Название</translation>
    </message>
    <message>
        <source>Changed by</source>
        <translation>Кто изменил</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Изменён</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Версия</translation>
    </message>
</context>
<context>
    <name>SetSettings</name>
    <message>
        <source>Variable</source>
        <translation>Переменная</translation>
    </message>
    <message>
        <source>Where the value is kept during the call.</source>
        <translation>Где хранится значение во время звонка.</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Значение</translation>
    </message>
    <message>
        <source>A number, a &quot;text&quot; in quotes, or something worked out: total * 2.</source>
        <translation>Число, &quot;текст&quot; в кавычках или вычисление: total * 2.</translation>
    </message>
</context>
<context>
    <name>SpeechProvider</name>
    <message>
        <source>OpenAI or compatible</source>
        <translation>OpenAI или совместимый</translation>
    </message>
    <message>
        <source>OpenAI Realtime</source>
        <translation>OpenAI Realtime</translation>
    </message>
    <message>
        <source>Yandex SpeechKit</source>
        <translation>Yandex SpeechKit</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Имя</translation>
    </message>
    <message>
        <source>Vendor</source>
        <translation>Поставщик</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Адрес</translation>
    </message>
    <message>
        <source>Name of its key</source>
        <translation>Имя ключа</translation>
    </message>
    <message>
        <source>Model that hears</source>
        <translation>Модель, которая слышит</translation>
    </message>
    <message>
        <source>Model that speaks</source>
        <translation>Модель, которая говорит</translation>
    </message>
    <message>
        <source>Voice</source>
        <translation>Голос</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Каталог</translation>
    </message>
</context>
<context>
    <name>SpeechSettings</name>
    <message>
        <source>Recogniser</source>
        <translation>Распознаватель</translation>
    </message>
    <message>
        <source>Speech synthesis</source>
        <translation>Синтез речи</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Скорость</translation>
    </message>
    <message>
        <source>Pitch</source>
        <translation>Высота</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>Громкость</translation>
    </message>
    <message>
        <source>Second recogniser</source>
        <translation>Запасной распознаватель</translation>
    </message>
    <message>
        <source>Takes over within the turn when the first one fails or is late. Empty: the next best one.</source>
        <translation>Подменяет первый в той же реплике, если тот отказал или опоздал. Пусто: следующий по качеству.</translation>
    </message>
    <message>
        <source>Second speech synthesis</source>
        <translation>Запасной синтез речи</translation>
    </message>
</context>
<context>
    <name>ToolArgument</name>
    <message>
        <source>Text</source>
        <translation>Текст</translation>
    </message>
    <message>
        <source>Whole number</source>
        <translation>Целое число</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Число</translation>
    </message>
    <message>
        <source>Yes or no</source>
        <translation>Да или нет</translation>
    </message>
    <message>
        <source>List of texts</source>
        <translation>Список текстов</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Имя</translation>
    </message>
    <message>
        <source>Letters, digits and _; address, headers and body use it in braces.</source>
        <translation>Латинские буквы, цифры и _; в адресе, заголовках и теле — в фигурных скобках.</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Тип</translation>
    </message>
    <message>
        <source>What it is</source>
        <translation>Что это</translation>
    </message>
    <message>
        <source>The model reads this.</source>
        <translation>Это читает модель.</translation>
    </message>
    <message>
        <source>Must be given</source>
        <translation>Обязателен</translation>
    </message>
    <message>
        <source>One of</source>
        <translation>Одно из</translation>
    </message>
    <message>
        <source>Values that are allowed. Empty: any.</source>
        <translation>Допустимые значения. Пусто: любое.</translation>
    </message>
</context>
<context>
    <name>ToolSettings</name>
    <message>
        <source>Header</source>
        <translation>Заголовок</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Значение</translation>
    </message>
    <message>
        <source>Field of the answer</source>
        <translation>Поле ответа</translation>
    </message>
    <message>
        <source>Into variable</source>
        <translation>В переменную</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>Запрос</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Ответ</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Название</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>Метод</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Адрес</translation>
    </message>
    <message>
        <source>Variables in braces are filled in: https://shop.example/orders/{code}</source>
        <translation>Переменные в фигурных скобках подставятся: https://shop.example/orders/{code}</translation>
    </message>
    <message>
        <source>Headers</source>
        <translation>Заголовки</translation>
    </message>
    <message>
        <source>Body</source>
        <translation>Тело</translation>
    </message>
    <message>
        <source>JSON. A text such as &quot;{code}&quot; becomes the variable&apos;s value, with its type.</source>
        <translation>JSON. Текст вида &quot;{code}&quot; заменится значением переменной с её типом.</translation>
    </message>
    <message>
        <source>Changes something</source>
        <translation>Меняет что-то</translation>
    </message>
    <message>
        <source>Places an order, sends a message: done once at most, never in advance.</source>
        <translation>Делает заказ, шлёт сообщение: выполняется не больше раза и никогда заранее.</translation>
    </message>
    <message>
        <source>Give up after</source>
        <translation>Не ждать дольше</translation>
    </message>
    <message>
        <source>Remember</source>
        <translation>Запомнить</translation>
    </message>
    <message>
        <source>Said meanwhile</source>
        <translation>Сказать тем временем</translation>
    </message>
    <message>
        <source>&quot;One moment, please&quot;: bridges the wait.</source>
        <translation>«Одну минуту»: заполняет ожидание.</translation>
    </message>
    <message>
        <source>secret:NAME stands for a secret, which is never shown; Bearer secret:NAME for a token.</source>
        <translation>secret:ИМЯ подставляет секрет, который нигде не показывается; Bearer secret:ИМЯ — токен.</translation>
    </message>
    <message>
        <source>As in order.items[0].name or /order/items/0/name; empty: the whole answer.</source>
        <translation>Например, order.items[0].name или /order/items/0/name; пусто: весь ответ.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Повторить</translation>
    </message>
    <message>
        <source>When there is no answer or the server fails. Never for what changes something.</source>
        <translation>Если нет ответа или сервер сбоит. Никогда для того, что что-то меняет.</translation>
    </message>
    <message>
        <source>ms</source>
        <translation>мс</translation>
    </message>
    <message>
        <source>As the model calls it: find_order. Letters, digits, _ and -.</source>
        <translation>Как его вызывает модель: find_order. Латинские буквы, цифры, _ и -.</translation>
    </message>
    <message>
        <source>What it does</source>
        <translation>Что он делает</translation>
    </message>
    <message>
        <source>The model decides by this when to call it.</source>
        <translation>По этому описанию модель решает, когда его вызвать.</translation>
    </message>
    <message>
        <source>Arguments</source>
        <translation>Аргументы</translation>
    </message>
    <message>
        <source>What the model must give. Without a body they are sent as JSON.</source>
        <translation>Что должна передать модель. Если тело не задано, отправляются как JSON.</translation>
    </message>
    <message>
        <source>Only when the model itself says nothing before it calls the tool.</source>
        <translation>Только если сама модель ничего не сказала перед вызовом.</translation>
    </message>
    <message>
        <source>On the timeline</source>
        <translation>На оси времени</translation>
    </message>
    <message>
        <source>What a conversation&apos;s timeline calls it. Empty: the step&apos;s name.</source>
        <translation>Как называть на оси времени разговора. Пусто: имя узла.</translation>
    </message>
</context>
<context>
    <name>TranscriptBlocks</name>
    <message numerus="yes">
        <source>interrupted, %1 of %n words heard</source>
        <translation>
            <numerusform>перебит, услышано %1 из %n слова</numerusform>
            <numerusform>перебит, услышано %1 из %n слов</numerusform>
            <numerusform>перебит, услышано %1 из %n слов</numerusform>
        </translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>нет ответа</translation>
    </message>
    <message>
        <source>slower than goal %1 ms</source>
        <translation>медленнее цели %1 мс</translation>
    </message>
    <message>
        <source>Prepared prompt, no delay</source>
        <translation>Готовая фраза, без задержки</translation>
    </message>
    <message>
        <source>Listening</source>
        <translation>Слушает</translation>
    </message>
    <message>
        <source>Thinking</source>
        <translation>Думает</translation>
    </message>
</context>
<context>
    <name>TurnSettings</name>
    <message>
        <source>End of the caller&apos;s turn</source>
        <translation>Конец реплики клиента</translation>
    </message>
    <message>
        <source>Interruptions</source>
        <translation>Перебивания</translation>
    </message>
    <message>
        <source>Limits</source>
        <translation>Пределы</translation>
    </message>
    <message>
        <source>Voice activity</source>
        <translation>Поиск голоса</translation>
    </message>
    <message>
        <source>Wait after the last word</source>
        <translation>Ждать после последнего слова</translation>
    </message>
    <message>
        <source>How long the caller must be silent before the agent answers. Shorter is quicker, longer cuts off fewer callers.</source>
        <translation>Сколько клиент должен молчать до ответа агента. Меньше — быстрее, больше — реже обрывает.</translation>
    </message>
    <message>
        <source>Shortest wait</source>
        <translation>Самое короткое ожидание</translation>
    </message>
    <message>
        <source>Longest wait</source>
        <translation>Самое долгое ожидание</translation>
    </message>
    <message>
        <source>Learn the caller&apos;s pace</source>
        <translation>Подстраиваться под темп клиента</translation>
    </message>
    <message>
        <source>Waits longer for a caller who has been cut off or pauses a lot.</source>
        <translation>Ждёт дольше того, кого уже обрывали или кто часто делает паузы.</translation>
    </message>
    <message>
        <source>Listen to the words</source>
        <translation>Учитывать слова</translation>
    </message>
    <message>
        <source>Shortens or lengthens the wait by what was said so far.</source>
        <translation>Сокращает или удлиняет ожидание по сказанному.</translation>
    </message>
    <message>
        <source>Start recognition after</source>
        <translation>Распознавать через</translation>
    </message>
    <message>
        <source>Silence after which recognition starts in advance; thrown away when the caller goes on.</source>
        <translation>Тишина, после которой распознавание начинается заранее; отбрасывается, если клиент продолжил.</translation>
    </message>
    <message>
        <source>The caller may interrupt</source>
        <translation>Клиент может перебить</translation>
    </message>
    <message>
        <source>Pause the agent after</source>
        <translation>Приостановить агента через</translation>
    </message>
    <message>
        <source>Voice for this long pauses the agent; it goes on where it stopped when it was only a cough.</source>
        <translation>Голос такой длины приостанавливает агента; после кашля он продолжит с того же места.</translation>
    </message>
    <message>
        <source>Stop the agent after</source>
        <translation>Остановить агента через</translation>
    </message>
    <message>
        <source>Speech of this length ends the agent&apos;s answer.</source>
        <translation>Речь такой длины прекращает ответ агента.</translation>
    </message>
    <message>
        <source>Within</source>
        <translation>За время</translation>
    </message>
    <message>
        <source>Or after this many words</source>
        <translation>Или после стольких слов</translation>
    </message>
    <message>
        <source>&quot;Aha&quot;, &quot;mm-hm&quot; and the like do not count.</source>
        <translation>«Ага», «угу» и подобное не считаются.</translation>
    </message>
    <message>
        <source>Go on after silence of</source>
        <translation>Продолжить после тишины</translation>
    </message>
    <message>
        <source>A paused agent goes on when the caller was silent this long and said nothing that counts.</source>
        <translation>Приостановленный агент продолжит, если клиент столько молчал и ничего важного не сказал.</translation>
    </message>
    <message>
        <source>Patience</source>
        <translation>Терпение</translation>
    </message>
    <message>
        <source>How long a silent caller is waited for when the step does not say it.</source>
        <translation>Сколько ждать молчащего клиента, если узел не говорит иного.</translation>
    </message>
    <message>
        <source>Longest turn</source>
        <translation>Самая длинная реплика</translation>
    </message>
    <message>
        <source>A caller who talks longer is answered at the next breath, at the latest after twice this time.</source>
        <translation>Кто говорит дольше, получает ответ на ближайшем вдохе, но не позже двойного срока.</translation>
    </message>
    <message>
        <source>Voice from</source>
        <translation>Голос от</translation>
    </message>
    <message>
        <source>Raise it where there is noise around the caller.</source>
        <translation>Увеличьте, если вокруг клиента шумно.</translation>
    </message>
    <message>
        <source>Silence below</source>
        <translation>Тишина ниже</translation>
    </message>
    <message>
        <source>A voice must last</source>
        <translation>Голос не короче</translation>
    </message>
    <message>
        <source>Shorter sounds are clicks, not speech.</source>
        <translation>Более короткие звуки — щелчки, а не речь.</translation>
    </message>
    <message>
        <source>ms</source>
        <translation>мс</translation>
    </message>
    <message>
        <source>Used when the words are surely complete: a plain yes, a sentence that is over, a whole e-mail address.</source>
        <translation>Когда слова точно закончены: простое «да», законченная фраза, весь адрес почты.</translation>
    </message>
    <message>
        <source>Used when the words are surely not complete: half a sentence, half a phone number, half an e-mail address.</source>
        <translation>Когда слова точно не закончены: половина фразы, номера телефона или адреса почты.</translation>
    </message>
</context>
<context>
    <name>VariableType</name>
    <message>
        <source>Text</source>
        <translation>Текст</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Число</translation>
    </message>
    <message>
        <source>Yes or no</source>
        <translation>Да или нет</translation>
    </message>
    <message>
        <source>Date and time</source>
        <translation>Дата и время</translation>
    </message>
    <message>
        <source>List</source>
        <translation>Список</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>Словарь</translation>
    </message>
    <message>
        <source>Anything</source>
        <translation>Что угодно</translation>
    </message>
</context>
<context>
    <name>vox::AgentListPage</name>
    <message>
        <source>Search agents</source>
        <translation>Найти агента</translation>
    </message>
    <message>
        <source>Agents</source>
        <translation>Агенты</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Загрузить…</translation>
    </message>
    <message>
        <source>New agent</source>
        <translation>Новый агент</translation>
    </message>
    <message>
        <source>No agents yet. An agent answers calls after a script you draw as a graph.</source>
        <translation>Агентов пока нет. Агент отвечает на звонки по сценарию, который вы рисуете графом.</translation>
    </message>
    <message>
        <source>No agent matches this search.</source>
        <translation>Таких агентов нет.</translation>
    </message>
    <message>
        <source>Clear the search</source>
        <translation>Сбросить поиск</translation>
    </message>
    <message>
        <source>Exported to %1</source>
        <translation>Выгружено в %1</translation>
    </message>
    <message>
        <source>“%1” was deleted</source>
        <translation>«%1»: удалён</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Вернуть</translation>
    </message>
    <message>
        <source>New agent…</source>
        <translation>Новый агент…</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Открыть</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>Дублировать</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Выгрузить…</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Удалить</translation>
    </message>
    <message>
        <source>%1 (copy)</source>
        <translation>%1 (копия)</translation>
    </message>
    <message>
        <source>Import agents</source>
        <translation>Загрузить агентов</translation>
    </message>
    <message>
        <source>Agents (*.json);;All files (*)</source>
        <translation>Агенты (*.json);;Все файлы (*)</translation>
    </message>
    <message>
        <source>Export agent</source>
        <translation>Выгрузить агента</translation>
    </message>
    <message>
        <source>Agents (*.json)</source>
        <translation>Агенты (*.json)</translation>
    </message>
    <message numerus="yes">
        <source>%1 was not imported: %n problem(s).</source>
        <translation>
            <numerusform>%1 не загружен: %n проблема.</numerusform>
            <numerusform>%1 не загружен: %n проблемы.</numerusform>
            <numerusform>%1 не загружен: %n проблем.</numerusform>
        </translation>
    </message>
    <message>
        <source>Put two versions together…</source>
        <translation>Свести две версии…</translation>
    </message>
    <message>
        <source>Releases</source>
        <translation>Выпуски</translation>
    </message>
    <message>
        <source>What was published, and what differs (Ctrl+Shift+R)</source>
        <translation>Что было опубликовано и чем отличается (Ctrl+Shift+R)</translation>
    </message>
    <message>
        <source>No agents yet. Your role may look at them and not make any.</source>
        <translation>Агентов пока нет. Ваша роль позволяет смотреть, но не создавать их.</translation>
    </message>
</context>
<context>
    <name>vox::AgentsHistory</name>
    <message>
        <source>Name</source>
        <translation>Название</translation>
    </message>
</context>
<context>
    <name>vox::AgentsScreen</name>
    <message>
        <source>Agents</source>
        <translation>Агенты</translation>
    </message>
</context>
<context>
    <name>vox::AgentsTableModel</name>
    <message>
        <source>today %1</source>
        <translation>сегодня %1</translation>
    </message>
    <message>
        <source>yesterday %1</source>
        <translation>вчера %1</translation>
    </message>
    <message>
        <source>made by a newer version</source>
        <translation>создан новой версией</translation>
    </message>
    <message>
        <source>two versions to merge</source>
        <translation>две версии, слить</translation>
    </message>
    <message numerus="yes">
        <source>%n error(s)</source>
        <translation>
            <numerusform>%n ошибка</numerusform>
            <numerusform>%n ошибки</numerusform>
            <numerusform>%n ошибок</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n warning(s)</source>
        <translation>
            <numerusform>%n предупреждение</numerusform>
            <numerusform>%n предупреждения</numerusform>
            <numerusform>%n предупреждений</numerusform>
        </translation>
    </message>
    <message>
        <source>ready</source>
        <translation>готов</translation>
    </message>
    <message>
        <source>never</source>
        <translation>никогда</translation>
    </message>
    <message>
        <source>Agent</source>
        <translation>Агент</translation>
    </message>
    <message>
        <source>Languages</source>
        <translation>Языки</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Состояние</translation>
    </message>
    <message>
        <source>Nodes</source>
        <translation>Узлы</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Изменён</translation>
    </message>
    <message>
        <source>Last call</source>
        <translation>Звонок</translation>
    </message>
</context>
<context>
    <name>vox::AuditModel</name>
    <message>
        <source>a stranger</source>
        <translation>посторонний</translation>
    </message>
    <message>
        <source>the server</source>
        <translation>сервер</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>отказано</translation>
    </message>
    <message>
        <source>done</source>
        <translation>выполнено</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Время</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Кто</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Что</translation>
    </message>
    <message>
        <source>To what</source>
        <translation>С чем</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Итог</translation>
    </message>
    <message>
        <source>Through</source>
        <translation>Через что</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Адрес</translation>
    </message>
</context>
<context>
    <name>vox::AuditPage</name>
    <message>
        <source>Id of what it was done to</source>
        <translation>Идентификатор объекта</translation>
    </message>
    <message>
        <source>Exporting</source>
        <translation>Выгрузка</translation>
    </message>
    <message>
        <source>Audit</source>
        <translation>Аудит</translation>
    </message>
    <message>
        <source>Entry</source>
        <translation>Запись</translation>
    </message>
    <message>
        <source>Nothing matches. Every access and change is written down here.</source>
        <translation>Ничего не найдено. Здесь записывается каждый доступ и каждое изменение.</translation>
    </message>
    <message>
        <source>Show everything</source>
        <translation>Показать всё</translation>
    </message>
    <message numerus="yes">
        <source>%n entries</source>
        <translation>
            <numerusform>%n запись</numerusform>
            <numerusform>%n записи</numerusform>
            <numerusform>%n записей</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entries were written.</source>
        <translation>
            <numerusform>Записана %n строка.</numerusform>
            <numerusform>Записаны %n строки.</numerusform>
            <numerusform>Записано %n строк.</numerusform>
        </translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation>Все</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>Всё</translation>
    </message>
    <message>
        <source>Done or refused</source>
        <translation>Выполнено или отказано</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Выполнено</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Отказано</translation>
    </message>
    <message>
        <source>Always</source>
        <translation>За всё время</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Сегодня</translation>
    </message>
    <message>
        <source>Seven days</source>
        <translation>Семь дней</translation>
    </message>
    <message>
        <source>Thirty days</source>
        <translation>Тридцать дней</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Кто</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Что</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Итог</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Время</translation>
    </message>
    <message>
        <source>To what</source>
        <translation>С чем</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Выгрузить…</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>отказано</translation>
    </message>
    <message>
        <source>done</source>
        <translation>выполнено</translation>
    </message>
    <message>
        <source>Through</source>
        <translation>Через что</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Адрес</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>Запрос</translation>
    </message>
    <message>
        <source>Export the audit</source>
        <translation>Выгрузить аудит</translation>
    </message>
    <message>
        <source>Table (*.csv);;Lines of JSON (*.ndjson)</source>
        <translation>Таблица (*.csv);;Строки JSON (*.ndjson)</translation>
    </message>
</context>
<context>
    <name>vox::AuditWords</name>
    <message>
        <source>signed in</source>
        <translation>вошёл</translation>
    </message>
    <message>
        <source>was refused at the door</source>
        <translation>не смог войти</translation>
    </message>
    <message>
        <source>signed out</source>
        <translation>вышел</translation>
    </message>
    <message>
        <source>changed the password</source>
        <translation>сменил пароль</translation>
    </message>
    <message>
        <source>invited somebody</source>
        <translation>пригласил человека</translation>
    </message>
    <message>
        <source>changed a role</source>
        <translation>сменил роль</translation>
    </message>
    <message>
        <source>removed a person</source>
        <translation>исключил участника</translation>
    </message>
    <message>
        <source>accepted an invitation</source>
        <translation>принял приглашение</translation>
    </message>
    <message>
        <source>withdrew an invitation</source>
        <translation>отозвал приглашение</translation>
    </message>
    <message>
        <source>made an API key</source>
        <translation>создал ключ API</translation>
    </message>
    <message>
        <source>revoked an API key</source>
        <translation>отозвал ключ API</translation>
    </message>
    <message>
        <source>wrote a secret</source>
        <translation>записал секрет</translation>
    </message>
    <message>
        <source>removed a secret</source>
        <translation>удалил секрет</translation>
    </message>
    <message>
        <source>exported the audit</source>
        <translation>выгрузил аудит</translation>
    </message>
    <message>
        <source>changed an agent</source>
        <translation>изменил агента</translation>
    </message>
    <message>
        <source>made an agent</source>
        <translation>создал агента</translation>
    </message>
    <message>
        <source>deleted an agent</source>
        <translation>удалил агента</translation>
    </message>
    <message>
        <source>restored an agent</source>
        <translation>восстановил агента</translation>
    </message>
    <message>
        <source>published</source>
        <translation>опубликовал</translation>
    </message>
    <message>
        <source>rolled back</source>
        <translation>откатил</translation>
    </message>
    <message>
        <source>scheduled a publication</source>
        <translation>запланировал публикацию</translation>
    </message>
    <message>
        <source>cancelled a publication</source>
        <translation>отменил публикацию</translation>
    </message>
    <message>
        <source>listened to a conversation</source>
        <translation>прослушал разговор</translation>
    </message>
    <message>
        <source>read a conversation</source>
        <translation>прочитал разговор</translation>
    </message>
    <message>
        <source>deleted a conversation</source>
        <translation>удалил разговор</translation>
    </message>
    <message>
        <source>asked for what is not allowed</source>
        <translation>запросил недозволенное</translation>
    </message>
    <message>
        <source>console</source>
        <translation>консоль</translation>
    </message>
    <message>
        <source>server</source>
        <translation>сервер</translation>
    </message>
    <message>
        <source>key %1</source>
        <translation>ключ %1</translation>
    </message>
    <message>
        <source>gave a wrong password to change it</source>
        <translation>неверно назвал прежний пароль при смене</translation>
    </message>
    <message>
        <source>typed the value of a secret where others would read it</source>
        <translation>вписал значение секрета туда, где его прочли бы другие</translation>
    </message>
    <message>
        <source>changed an identity provider</source>
        <translation>изменил поставщика входа</translation>
    </message>
    <message>
        <source>removed an identity provider</source>
        <translation>удалил поставщика входа</translation>
    </message>
    <message>
        <source>erased a version for good</source>
        <translation>стёр версию навсегда</translation>
    </message>
    <message>
        <source>sent changes from a desk</source>
        <translation>прислал изменения с рабочего места</translation>
    </message>
    <message>
        <source>sent a conversation from a desk</source>
        <translation>прислал разговор с рабочего места</translation>
    </message>
    <message>
        <source>adopted what runs</source>
        <translation>принял(а) то, что работает</translation>
    </message>
    <message>
        <source>applied what is published again</source>
        <translation>снова применил(а) опубликованное</translation>
    </message>
</context>
<context>
    <name>vox::BenchDevices</name>
    <message>
        <source>No microphone</source>
        <translation>Нет микрофона</translation>
    </message>
    <message>
        <source>No loudspeaker</source>
        <translation>Нет динамика</translation>
    </message>
    <message>
        <source>Microphone</source>
        <translation>Микрофон</translation>
    </message>
    <message>
        <source>Loudspeaker</source>
        <translation>Динамик</translation>
    </message>
    <message>
        <source>Echo return loss enhancement: how much of the loudspeaker&apos;s sound is taken out of the microphone&apos;s while only the agent speaks. Below 10 dB callers may be taken for echo: turn the loudspeaker down, or use a headset.</source>
        <translation>ERLE (echo return loss enhancement): насколько звук динамика убран из микрофона, пока говорит только агент. Ниже 10 дБ звонящего можно принять за эхо: убавьте громкость или возьмите гарнитуру.</translation>
    </message>
    <message>
        <source>ERLE %1 dB</source>
        <translation>ERLE %1 дБ</translation>
    </message>
    <message>
        <source>ERLE –</source>
        <translation>ERLE –</translation>
    </message>
</context>
<context>
    <name>vox::BenchHeader</name>
    <message>
        <source>Test bench</source>
        <translation>Стенд</translation>
    </message>
    <message>
        <source>Microphone</source>
        <translation>Микрофон</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Текст</translation>
    </message>
    <message>
        <source>Agent</source>
        <translation>Агент</translation>
    </message>
    <message>
        <source>How to talk</source>
        <translation>Как говорить</translation>
    </message>
    <message>
        <source>Open conversation</source>
        <translation>Открыть разговор</translation>
    </message>
    <message>
        <source>End call</source>
        <translation>Завершить</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>Позвонить</translation>
    </message>
    <message>
        <source>Loading the recogniser…</source>
        <translation>Загружается распознавание…</translation>
    </message>
</context>
<context>
    <name>vox::BenchScreen</name>
    <message>
        <source>Test bench</source>
        <translation>Стенд</translation>
    </message>
    <message>
        <source>Transcript</source>
        <translation>Расшифровка</translation>
    </message>
    <message>
        <source>Mute the microphone</source>
        <translation>Выключить микрофон</translation>
    </message>
    <message>
        <source>Say it in writing</source>
        <translation>Написать вместо голоса</translation>
    </message>
    <message>
        <source>Phrases the agent listens for</source>
        <translation>Фразы, которых ждёт агент</translation>
    </message>
    <message>
        <source>Open the conversation</source>
        <translation>Открыть разговор</translation>
    </message>
    <message>
        <source>Show tools, variables and events</source>
        <translation>Инструменты, переменные и события</translation>
    </message>
    <message>
        <source>Call in writing</source>
        <translation>Позвонить текстом</translation>
    </message>
    <message>
        <source>End call</source>
        <translation>Завершить</translation>
    </message>
    <message>
        <source>Call the agent</source>
        <translation>Позвонить агенту</translation>
    </message>
    <message>
        <source>There is no agent to call yet. Make one first.</source>
        <translation>Звонить пока некому. Сначала создайте агента.</translation>
    </message>
    <message>
        <source>No microphone was found. Plug one in, or call in writing.</source>
        <translation>Микрофон не найден. Подключите его или звоните текстом.</translation>
    </message>
    <message>
        <source>Call the agent and watch sound, words and milliseconds as they happen.</source>
        <translation>Позвоните агенту и следите за звуком, словами и миллисекундами.</translation>
    </message>
    <message>
        <source>Go to the agents</source>
        <translation>К агентам</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>Позвонить</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 мс</translation>
    </message>
    <message numerus="yes">
        <source>%n answers</source>
        <translation>
            <numerusform>%n ответ</numerusform>
            <numerusform>%n ответа</numerusform>
            <numerusform>%n ответов</numerusform>
        </translation>
    </message>
    <message>
        <source>Delay p50 %1</source>
        <translation>Задержка p50 %1</translation>
    </message>
    <message>
        <source>p95 %1</source>
        <translation>p95 %1</translation>
    </message>
    <message>
        <source>Goal %1</source>
        <translation>Цель %1</translation>
    </message>
    <message numerus="yes">
        <source>%n barge-ins</source>
        <translation>
            <numerusform>%n перебивание</numerusform>
            <numerusform>%n перебивания</numerusform>
            <numerusform>%n перебиваний</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vox::BenchSide</name>
    <message>
        <source>Last tool call</source>
        <translation>Последний вызов инструмента</translation>
    </message>
    <message numerus="yes">
        <source>%n in this call</source>
        <translation>
            <numerusform>%n за звонок</numerusform>
            <numerusform>%n за звонок</numerusform>
            <numerusform>%n за звонок</numerusform>
        </translation>
    </message>
    <message>
        <source>Variables</source>
        <translation>Переменные</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>События</translation>
    </message>
</context>
<context>
    <name>vox::BuilderPage</name>
    <message>
        <source>This agent was changed elsewhere; you see the new version.</source>
        <translation>Этого агента изменили в другом месте; перед вами новая версия.</translation>
    </message>
    <message>
        <source>This agent was deleted elsewhere.</source>
        <translation>Этого агента удалили в другом месте.</translation>
    </message>
    <message>
        <source>Graph</source>
        <translation>Граф</translation>
    </message>
    <message>
        <source>Prompts</source>
        <translation>Подсказки</translation>
    </message>
    <message>
        <source>Voice</source>
        <translation>Голос</translation>
    </message>
    <message>
        <source>History</source>
        <translation>История</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>Позвонить</translation>
    </message>
    <message>
        <source>Talk to this agent as it stands (Ctrl+Return)</source>
        <translation>Поговорить с агентом, какой он сейчас (Ctrl+Return)</translation>
    </message>
    <message>
        <source>Name of the agent</source>
        <translation>Название агента</translation>
    </message>
    <message>
        <source>Rename agent…</source>
        <translation>Переименовать агента…</translation>
    </message>
    <message>
        <source>Name this version…</source>
        <translation>Назвать эту версию…</translation>
    </message>
    <message>
        <source>Call this agent</source>
        <translation>Позвонить этому агенту</translation>
    </message>
    <message>
        <source>All agents</source>
        <translation>Все агенты</translation>
    </message>
    <message>
        <source>made by a newer version, read only</source>
        <translation>создан новой версией, только чтение</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>Черновик</translation>
    </message>
    <message>
        <source>Saved %1</source>
        <translation>Сохранено %1</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>Сохраняется…</translation>
    </message>
    <message>
        <source>Not saved yet</source>
        <translation>Ещё не сохранено</translation>
    </message>
    <message>
        <source>Nothing to undo</source>
        <translation>Отменять нечего</translation>
    </message>
    <message>
        <source>Undo: %1 %2 (Ctrl+Z)</source>
        <translation>Отменить: %1 %2 (Ctrl+Z)</translation>
    </message>
    <message>
        <source>Nothing to redo</source>
        <translation>Возвращать нечего</translation>
    </message>
    <message>
        <source>Redo: %1 %2 (Ctrl+Shift+Z)</source>
        <translation>Повторить: %1 %2 (Ctrl+Shift+Z)</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Отменить</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Повторить</translation>
    </message>
    <message>
        <source>This agent was changed in two places. You go on with your version; the other one waits.</source>
        <translation>Этого агента изменили в двух местах. Вы продолжаете со своей версией; другая ждёт.</translation>
    </message>
    <message>
        <source>Put together</source>
        <translation>Свести</translation>
    </message>
    <message>
        <source>Publish…</source>
        <translation>Опубликовать…</translation>
    </message>
    <message>
        <source>To staging or production (Ctrl+Shift+P)</source>
        <translation>На проверку или в работу (Ctrl+Shift+P)</translation>
    </message>
    <message>
        <source>Roll production back</source>
        <translation>Откатить рабочую версию</translation>
    </message>
    <message>
        <source>Show the draft</source>
        <translation>Показать черновик</translation>
    </message>
    <message>
        <source>Show staging</source>
        <translation>Показать проверку</translation>
    </message>
    <message>
        <source>Show production</source>
        <translation>Показать рабочую версию</translation>
    </message>
    <message>
        <source>What is shown: the draft, or what is published</source>
        <translation>Что показано: черновик или опубликованное</translation>
    </message>
    <message>
        <source>%1: version %2</source>
        <translation>%1: версия %2</translation>
    </message>
    <message>
        <source>%1: not there</source>
        <translation>%1: нет</translation>
    </message>
    <message>
        <source>Shown: %1</source>
        <translation>Показано: %1</translation>
    </message>
    <message>
        <source>The draft is as it was published.</source>
        <translation>Черновик снова такой, каким был опубликован.</translation>
    </message>
    <message>
        <source>Version %1 waits for its time.</source>
        <translation>Версия %1 ждёт своего времени.</translation>
    </message>
    <message>
        <source>Version %1 is in %2.</source>
        <translation>Версия %1 опубликована: %2.</translation>
    </message>
    <message>
        <source>Roll back</source>
        <translation>Откатить</translation>
    </message>
    <message>
        <source>%1 is back at what it had before.</source>
        <translation>%1: возвращена прежняя версия.</translation>
    </message>
    <message>
        <source>Version %1, live</source>
        <translation>Версия %1, работает</translation>
    </message>
    <message>
        <source>Draft, live is %1</source>
        <translation>Черновик, работает %1</translation>
    </message>
    <message>
        <source>Your role: you may look, not change</source>
        <translation>Ваша роль: смотреть можно, менять нельзя</translation>
    </message>
</context>
<context>
    <name>vox::CallLanes</name>
    <message>
        <source>barge-in, silent after %1 ms</source>
        <translation>перебит, тишина через %1 мс</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>Инструменты</translation>
    </message>
    <message>
        <source>%1 %2 ms</source>
        <translation>%1 %2 мс</translation>
    </message>
</context>
<context>
    <name>vox::CallStrip</name>
    <message>
        <source>Bench</source>
        <translation>Стенд</translation>
    </message>
    <message>
        <source>Show this call on the Test bench</source>
        <translation>Показать этот звонок на стенде</translation>
    </message>
    <message>
        <source>End call</source>
        <translation>Завершить</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 мс</translation>
    </message>
    <message>
        <source>Loading the recogniser…</source>
        <translation>Загружается распознавание…</translation>
    </message>
</context>
<context>
    <name>vox::CertificateSection</name>
    <message>
        <source>Compare the server&apos;s certificate</source>
        <translation>Сверьте сертификат сервера</translation>
    </message>
    <message>
        <source>It is the same: trust it</source>
        <translation>Совпадает, доверять</translation>
    </message>
    <message>
        <source>Do not trust it</source>
        <translation>Не доверять</translation>
    </message>
    <message>
        <source>Fingerprint (SHA-256)</source>
        <translation>Отпечаток (SHA-256)</translation>
    </message>
    <message>
        <source>This server shows another certificate than the one you trusted. It may have been renewed, or somebody stands between you and it. Nothing was sent. Compare the new fingerprint with whoever runs the server.</source>
        <translation>Сервер показывает не тот сертификат, что вы подтвердили. Возможно, его обновили, а возможно, кто-то стоит между вами и сервером. Ничего не отправлено. Сверьте новый отпечаток с тем, кто держит сервер.</translation>
    </message>
    <message>
        <source>Nobody this computer knows vouches for this server. That is usual for a server of one&apos;s own. Compare the fingerprint with whoever runs it; nothing was sent yet.</source>
        <translation>За этот сервер не ручается никто из известных этому компьютеру. Для собственного сервера это обычно. Сверьте отпечаток с тем, кто его держит; пока ничего не отправлено.</translation>
    </message>
</context>
<context>
    <name>vox::Changes</name>
    <message>
        <source>Arrow</source>
        <translation>Стрелка</translation>
    </message>
    <message>
        <source>Outcome “%1”</source>
        <translation>Исход «%1»</translation>
    </message>
    <message>
        <source>Graph</source>
        <translation>Граф</translation>
    </message>
    <message>
        <source>Node</source>
        <translation>Узел</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Порядок</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Название</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Тип</translation>
    </message>
    <message>
        <source>Place on the canvas</source>
        <translation>Место на холсте</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Настройки</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>да</translation>
    </message>
    <message>
        <source>no</source>
        <translation>нет</translation>
    </message>
</context>
<context>
    <name>vox::ChangesModel</name>
    <message>
        <source>added</source>
        <translation>добавлено</translation>
    </message>
    <message>
        <source>removed</source>
        <translation>убрано</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>изменено</translation>
    </message>
    <message>
        <source>Node</source>
        <translation>Узел</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Что</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>Часть</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Было</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Стало</translation>
    </message>
</context>
<context>
    <name>vox::ConflictHead</name>
    <message>
        <source>Take all</source>
        <translation>Взять всё</translation>
    </message>
    <message>
        <source>Field and node</source>
        <translation>Поле и узел</translation>
    </message>
    <message>
        <source>no common past</source>
        <translation>общего прошлого нет</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Было</translation>
    </message>
</context>
<context>
    <name>vox::ConflictPage</name>
    <message>
        <source>This agent has one version again. There is nothing to decide.</source>
        <translation>У этого агента снова одна версия. Решать нечего.</translation>
    </message>
    <message>
        <source>Open the agent</source>
        <translation>Открыть агента</translation>
    </message>
    <message>
        <source>“%1” is one agent again.</source>
        <translation>«%1» снова единый агент.</translation>
    </message>
    <message>
        <source>Conflict</source>
        <translation>Конфликт</translation>
    </message>
    <message>
        <source>%1: conflict</source>
        <translation>%1: конфликт</translation>
    </message>
    <message>
        <source>Undo (Ctrl+Z)</source>
        <translation>Отменить (Ctrl+Z)</translation>
    </message>
    <message>
        <source>Redo (Ctrl+Shift+Z)</source>
        <translation>Вернуть (Ctrl+Shift+Z)</translation>
    </message>
    <message>
        <source>Result (Ctrl+Alt+I)</source>
        <translation>Итог (Ctrl+Alt+I)</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Отменить</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Вернуть</translation>
    </message>
    <message>
        <source>Take mine</source>
        <translation>Взять моё</translation>
    </message>
    <message>
        <source>Take theirs</source>
        <translation>Взять чужое</translation>
    </message>
    <message>
        <source>Keep both</source>
        <translation>Оставить оба</translation>
    </message>
    <message>
        <source>Write your own</source>
        <translation>Написать своё</translation>
    </message>
    <message>
        <source>Start over</source>
        <translation>Начать заново</translation>
    </message>
    <message>
        <source>Next conflict</source>
        <translation>Следующий конфликт</translation>
    </message>
    <message>
        <source>Previous conflict</source>
        <translation>Предыдущий конфликт</translation>
    </message>
    <message>
        <source>Save the merge</source>
        <translation>Сохранить</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Итог</translation>
    </message>
    <message>
        <source>All agents</source>
        <translation>Все агенты</translation>
    </message>
    <message>
        <source>“%1” was deleted</source>
        <translation>«%1» удалён</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Повторить</translation>
    </message>
    <message>
        <source>%1: edited here, deleted elsewhere</source>
        <translation>%1: изменён здесь, удалён в другом месте</translation>
    </message>
    <message>
        <source>%1: two versions, nothing to decide</source>
        <translation>%1: две версии, решать нечего</translation>
    </message>
    <message numerus="yes">
        <source>%1: two people changed %n field(s)</source>
        <translation>
            <numerusform>%1: двое изменили %n поле</numerusform>
            <numerusform>%1: двое изменили %n поля</numerusform>
            <numerusform>%1: двое изменили %n полей</numerusform>
        </translation>
    </message>
    <message>
        <source>A newer program has to merge them</source>
        <translation>Объединить их может только более новая программа</translation>
    </message>
    <message>
        <source>Nothing is lost: both versions stay in the history.</source>
        <translation>Ничего не потеряно: обе версии остаются в истории.</translation>
    </message>
    <message>
        <source>Merged without a question</source>
        <translation>Объединено без вопросов</translation>
    </message>
    <message>
        <source>only one side changed them</source>
        <translation>менял только один</translation>
    </message>
    <message>
        <source>The same on both sides</source>
        <translation>Одинаково у обоих</translation>
    </message>
    <message>
        <source>both made the same change</source>
        <translation>оба сделали одну и ту же правку</translation>
    </message>
    <message>
        <source>Not changed</source>
        <translation>Не менялось</translation>
    </message>
    <message>
        <source>as before</source>
        <translation>как было</translation>
    </message>
    <message>
        <source>Your role: you may look, not decide</source>
        <translation>Ваша роль: смотреть можно, решать нельзя</translation>
    </message>
    <message>
        <source>All versions stay in its history.</source>
        <translation>Все версии остаются в его истории.</translation>
    </message>
    <message numerus="yes">
        <source>%1: %2 versions differ in %n field(s)</source>
        <translation>
            <numerusform>%1: версий — %2, расходятся в %n поле</numerusform>
            <numerusform>%1: версий — %2, расходятся в %n полях</numerusform>
            <numerusform>%1: версий — %2, расходятся в %n полях</numerusform>
        </translation>
    </message>
    <message>
        <source>Somebody deleted it. Keep what you put together, or delete it for everybody.</source>
        <translation>Кто-то удалил агента. Сохраните собранное или удалите его для всех.</translation>
    </message>
    <message>
        <source>Nothing is lost: all versions stay in the history.</source>
        <translation>Ничего не пропадёт: все версии остаются в истории.</translation>
    </message>
    <message>
        <source>Take the version of %1</source>
        <translation>Взять версию: %1</translation>
    </message>
    <message>
        <source>Keep all</source>
        <translation>Оставить все правки</translation>
    </message>
    <message>
        <source>the changes fit together</source>
        <translation>правки не мешают друг другу</translation>
    </message>
    <message>
        <source>The same in several versions</source>
        <translation>Одинаково в нескольких версиях</translation>
    </message>
    <message>
        <source>they made the same change</source>
        <translation>изменено одинаково</translation>
    </message>
</context>
<context>
    <name>vox::ConflictRow</name>
    <message>
        <source>empty</source>
        <translation>пусто</translation>
    </message>
    <message>
        <source>not connected</source>
        <translation>не соединено</translation>
    </message>
    <message>
        <source>deleted</source>
        <translation>удалено</translation>
    </message>
    <message>
        <source>not set</source>
        <translation>не задано</translation>
    </message>
    <message>
        <source>none</source>
        <translation>нет</translation>
    </message>
    <message>
        <source>%1, your own words</source>
        <translation>%1, своими словами</translation>
    </message>
    <message>
        <source>your own words</source>
        <translation>своими словами</translation>
    </message>
    <message>
        <source>not decided</source>
        <translation>не решено</translation>
    </message>
    <message>
        <source>as before</source>
        <translation>как было</translation>
    </message>
    <message>
        <source>%1, %2. Before: %3.</source>
        <translation>%1, %2. Было: %3.</translation>
    </message>
    <message>
        <source>taken: %1</source>
        <translation>взято: %1</translation>
    </message>
    <message>
        <source>all are kept</source>
        <translation>оставлены все правки</translation>
    </message>
</context>
<context>
    <name>vox::ConflictSidePanel</name>
    <message>
        <source>Result</source>
        <translation>Итог</translation>
    </message>
    <message>
        <source>This field</source>
        <translation>Это поле</translation>
    </message>
    <message>
        <source>Whole agent</source>
        <translation>Весь агент</translation>
    </message>
    <message>
        <source>Where it is</source>
        <translation>Где это</translation>
    </message>
    <message>
        <source>After the merge</source>
        <translation>После объединения</translation>
    </message>
    <message>
        <source>What they wrote</source>
        <translation>Что написали</translation>
    </message>
    <message>
        <source>Both</source>
        <translation>Оба</translation>
    </message>
    <message>
        <source>The merged graph</source>
        <translation>Объединённый граф</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Позже</translation>
    </message>
    <message>
        <source>Start over</source>
        <translation>Начать заново</translation>
    </message>
    <message>
        <source>Delete the agent</source>
        <translation>Удалить агента</translation>
    </message>
    <message>
        <source>Save the merge</source>
        <translation>Сохранить</translation>
    </message>
    <message>
        <source>Keep the agent</source>
        <translation>Оставить агента</translation>
    </message>
    <message>
        <source>It will not be there.</source>
        <translation>Этого не будет.</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>пусто</translation>
    </message>
    <message>
        <source>The two edits touch different words, so both can stay. You may also write your own text here.</source>
        <translation>Правки касаются разных слов, можно оставить обе. Можно и написать здесь свой текст.</translation>
    </message>
    <message>
        <source>What each side added can stay, without what was removed.</source>
        <translation>Добавленное обоими можно оставить, без удалённого.</translation>
    </message>
    <message>
        <source>Both changed the same words. Take one side or write your own text here.</source>
        <translation>Изменены одни и те же слова. Выберите одну сторону или напишите свой текст.</translation>
    </message>
    <message>
        <source>Only one of the two can be.</source>
        <translation>Можно оставить только одно.</translation>
    </message>
    <message>
        <source>Kept or deleted?</source>
        <translation>Оставить или удалить?</translation>
    </message>
    <message>
        <source>%1 of %2 chosen</source>
        <translation>Выбрано %1 из %2</translation>
    </message>
    <message>
        <source>No errors: it can be called</source>
        <translation>Ошибок нет: звонить можно</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>и ещё %n</numerusform>
            <numerusform>и ещё %n</numerusform>
            <numerusform>и ещё %n</numerusform>
        </translation>
    </message>
    <message>
        <source>Deleted the agent</source>
        <translation>Удалил агента</translation>
    </message>
    <message>
        <source>Saved without a note</source>
        <translation>Сохранено без пояснения</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Все</translation>
    </message>
    <message>
        <source>All versions stay; decide another time</source>
        <translation>Все версии останутся; решите в другой раз</translation>
    </message>
    <message>
        <source>Makes one version of them (Ctrl+Return)</source>
        <translation>Сделает из них одну версию (Ctrl+Return)</translation>
    </message>
    <message>
        <source>The edits touch different words, so all can stay. You may also write your own text here.</source>
        <translation>Правки затрагивают разные слова, можно оставить все. Можно и написать здесь свой текст.</translation>
    </message>
    <message>
        <source>They changed the same words. Take one version or write your own text here.</source>
        <translation>Изменены одни и те же слова. Выберите одну версию или напишите свой текст.</translation>
    </message>
    <message>
        <source>Only one of them can be.</source>
        <translation>Может быть только одно из них.</translation>
    </message>
</context>
<context>
    <name>vox::ConversationSide</name>
    <message>
        <source>State at %1</source>
        <translation>Состояние на %1</translation>
    </message>
    <message>
        <source>State at the end</source>
        <translation>Состояние в конце</translation>
    </message>
    <message>
        <source>Nothing has been remembered yet.</source>
        <translation>Пока ничего не запомнено.</translation>
    </message>
    <message>
        <source>Last tool call</source>
        <translation>Последний вызов инструмента</translation>
    </message>
    <message>
        <source>Marks</source>
        <translation>Отметки</translation>
    </message>
    <message>
        <source>Answer after %1 ms</source>
        <translation>Ответ через %1 мс</translation>
    </message>
    <message numerus="yes">
        <source>Barge-in, %1 of %n words heard</source>
        <translation>
            <numerusform>Перебит, услышано %1 из %n слова</numerusform>
            <numerusform>Перебит, услышано %1 из %n слов</numerusform>
            <numerusform>Перебит, услышано %1 из %n слов</numerusform>
        </translation>
    </message>
    <message>
        <source>Looked up in the knowledge text</source>
        <translation>Поиск в знаниях</translation>
    </message>
    <message>
        <source>Handed over to a person</source>
        <translation>Передан человеку</translation>
    </message>
    <message>
        <source>Completed</source>
        <translation>Завершён</translation>
    </message>
</context>
<context>
    <name>vox::ConversationsScreen</name>
    <message>
        <source>Conversations</source>
        <translation>Разговоры</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Найти</translation>
    </message>
    <message>
        <source>Export conversation…</source>
        <translation>Выгрузить разговор…</translation>
    </message>
    <message>
        <source>Copy the conversation&apos;s id</source>
        <translation>Копировать номер разговора</translation>
    </message>
    <message>
        <source>Delete conversation</source>
        <translation>Удалить разговор</translation>
    </message>
    <message>
        <source>All conversations</source>
        <translation>Все разговоры</translation>
    </message>
    <message>
        <source>Play or pause</source>
        <translation>Слушать или пауза</translation>
    </message>
    <message>
        <source>Call this agent again</source>
        <translation>Позвонить агенту снова</translation>
    </message>
    <message>
        <source>See less time</source>
        <translation>Крупнее по времени</translation>
    </message>
    <message>
        <source>See more time</source>
        <translation>Мельче по времени</translation>
    </message>
    <message>
        <source>Show the right panel</source>
        <translation>Показать правую панель</translation>
    </message>
    <message>
        <source>Export conversation</source>
        <translation>Выгрузить разговор</translation>
    </message>
    <message>
        <source>Exported.</source>
        <translation>Выгружено.</translation>
    </message>
    <message>
        <source>Conversation deleted.</source>
        <translation>Разговор удалён.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Вернуть</translation>
    </message>
</context>
<context>
    <name>vox::ConversationsTable</name>
    <message>
        <source>Time</source>
        <translation>Время</translation>
    </message>
    <message>
        <source>Agent</source>
        <translation>Агент</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>Канал</translation>
    </message>
    <message>
        <source>Lang.</source>
        <translation>Язык</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Длит.</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Итог</translation>
    </message>
    <message>
        <source>Delay p95, ms</source>
        <translation>Задержка p95, мс</translation>
    </message>
    <message>
        <source>Marks</source>
        <translation>Отметки</translation>
    </message>
</context>
<context>
    <name>vox::CopySection</name>
    <message>
        <source>Copy agents into a team&apos;s workspace</source>
        <translation>Скопировать агентов в рабочее пространство команды</translation>
    </message>
    <message>
        <source>The copies begin there without a history. Conversations and recordings are not copied.</source>
        <translation>Копии начинают там без истории. Разговоры и записи не копируются.</translation>
    </message>
    <message>
        <source>Copy into the team</source>
        <translation>Скопировать в команду</translation>
    </message>
    <message>
        <source>Into</source>
        <translation>Куда</translation>
    </message>
</context>
<context>
    <name>vox::DetailPage</name>
    <message>
        <source>Call this agent again</source>
        <translation>Позвонить агенту снова</translation>
    </message>
    <message>
        <source>Export events and recording</source>
        <translation>Выгрузить события и запись</translation>
    </message>
    <message>
        <source>Copy the conversation&apos;s id</source>
        <translation>Копировать номер разговора</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Удалить</translation>
    </message>
    <message>
        <source>Both</source>
        <translation>Оба</translation>
    </message>
    <message>
        <source>Caller</source>
        <translation>Клиент</translation>
    </message>
    <message>
        <source>Agent</source>
        <translation>Агент</translation>
    </message>
    <message>
        <source>Who is heard</source>
        <translation>Кого слышно</translation>
    </message>
    <message>
        <source>Find in this call</source>
        <translation>Найти в разговоре</translation>
    </message>
    <message>
        <source>See more time</source>
        <translation>Мельче по времени</translation>
    </message>
    <message>
        <source>See less time</source>
        <translation>Крупнее по времени</translation>
    </message>
    <message>
        <source>See everything</source>
        <translation>Весь разговор</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Скорость</translation>
    </message>
    <message>
        <source>Transcript</source>
        <translation>Расшифровка</translation>
    </message>
    <message>
        <source>Play (Space)</source>
        <translation>Слушать (пробел)</translation>
    </message>
    <message>
        <source>There is no recording.</source>
        <translation>Записи нет.</translation>
    </message>
    <message numerus="yes">
        <source>%n overlaps</source>
        <translation>
            <numerusform>%n наложение</numerusform>
            <numerusform>%n наложения</numerusform>
            <numerusform>%n наложений</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n answers over %2 ms</source>
        <translation>
            <numerusform>%1 из %n ответа дольше %2 мс</numerusform>
            <numerusform>%1 из %n ответов дольше %2 мс</numerusform>
            <numerusform>%1 из %n ответов дольше %2 мс</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 мс</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Пауза</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Слушать</translation>
    </message>
    <message>
        <source>Bring the recording from the server and play it (Space)</source>
        <translation>Взять запись с сервера и воспроизвести (Пробел)</translation>
    </message>
    <message>
        <source>Bringing the recording here…</source>
        <translation>Запись загружается…</translation>
    </message>
    <message>
        <source>Continue the call</source>
        <translation>Продолжить звонок</translation>
    </message>
    <message>
        <source>The agent goes on where this call was cut off; what it has done is not done again.</source>
        <translation>Агент продолжит с того места, где звонок оборвался; сделанное не делается заново.</translation>
    </message>
</context>
<context>
    <name>vox::DoorsPage</name>
    <message>
        <source>Change…</source>
        <translation>Изменить…</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>Удалить…</translation>
    </message>
    <message>
        <source>Add a provider…</source>
        <translation>Добавить поставщика…</translation>
    </message>
    <message>
        <source>People may sign in with the account of their company, beside e-mail and password.</source>
        <translation>Люди могут входить с учётной записью своей компании, а не только по почте и паролю.</translation>
    </message>
    <message>
        <source>Name on the button</source>
        <translation>Название на кнопке</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Адрес</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>Клиент</translation>
    </message>
    <message>
        <source>Who may join by themselves</source>
        <translation>Кто может войти сам</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Состояние</translation>
    </message>
    <message>
        <source>Identity providers</source>
        <translation>Поставщики входа</translation>
    </message>
    <message>
        <source>Nobody signs in with a company&apos;s account yet. Keycloak, Google, Microsoft Entra and every other OpenID Connect provider will do.</source>
        <translation>С учётной записью компании пока никто не входит. Подойдут Keycloak, Google, Microsoft Entra и любой другой поставщик OpenID Connect.</translation>
    </message>
    <message>
        <source>Add a provider</source>
        <translation>Добавить поставщика</translation>
    </message>
    <message>
        <source>“%1” is on the sign-in page.</source>
        <translation>«%1» теперь на странице входа.</translation>
    </message>
    <message>
        <source>“%1” is switched off.</source>
        <translation>«%1» выключен.</translation>
    </message>
    <message>
        <source>“%1” opens nothing any more.</source>
        <translation>«%1» больше ничего не открывает.</translation>
    </message>
    <message>
        <source>Who signed in with it needs a new invitation.</source>
        <translation>Кто входил через него, тому нужно новое приглашение.</translation>
    </message>
    <message>
        <source>on</source>
        <translation>включён</translation>
    </message>
    <message>
        <source>off</source>
        <translation>выключен</translation>
    </message>
    <message>
        <source>nobody: by invitation</source>
        <translation>никто, только по приглашению</translation>
    </message>
    <message>
        <source>%1, as %2</source>
        <translation>%1, роль: %2</translation>
    </message>
    <message>
        <source>Remove “%1”? Who signs in with it cannot come in any more; sessions that are open go on.</source>
        <translation>Удалить «%1»? Кто входит через него, больше не войдёт; открытые сеансы продолжатся.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Удалить</translation>
    </message>
    <message>
        <source>what people know it by</source>
        <translation>как его знают люди</translation>
    </message>
    <message>
        <source>as registered there</source>
        <translation>как зарегистрирован там</translation>
    </message>
    <message>
        <source>example.org, example.com; empty: by invitation only</source>
        <translation>example.org, example.com; пусто — только по приглашению</translation>
    </message>
    <message>
        <source>none: a public client</source>
        <translation>нет, открытый клиент</translation>
    </message>
    <message>
        <source>Of the secrets of this workspace</source>
        <translation>Из секретов этого рабочего пространства</translation>
    </message>
    <message>
        <source>Switched on</source>
        <translation>Включён</translation>
    </message>
    <message>
        <source>Address of the provider (issuer)</source>
        <translation>Адрес поставщика (issuer)</translation>
    </message>
    <message>
        <source>Secret of the client</source>
        <translation>Секрет клиента</translation>
    </message>
    <message>
        <source>Who joins by themselves becomes</source>
        <translation>Кто вошёл сам, получает роль</translation>
    </message>
    <message>
        <source>E-mail domains that may join by themselves</source>
        <translation>Домены почты, которые могут войти сами</translation>
    </message>
    <message>
        <source>Register Voxdesk there as a native application that comes back to http://127.0.0.1/callback, with any port.</source>
        <translation>Зарегистрируйте там Voxdesk как приложение (native) с адресом возврата http://127.0.0.1/callback и любым портом.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Добавить</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Сохранить</translation>
    </message>
    <message>
        <source>This name is too long.</source>
        <translation>Название слишком длинное.</translation>
    </message>
    <message>
        <source>The address begins with https:// and ends without a question mark; the provider&apos;s own pages name it.</source>
        <translation>Адрес начинается с https:// и не содержит вопросительного знака; он указан на страницах самого поставщика.</translation>
    </message>
    <message>
        <source>This client is too long.</source>
        <translation>Имя клиента слишком длинное.</translation>
    </message>
    <message>
        <source>A domain is like example.org; commas stand between several.</source>
        <translation>Домен выглядит как example.org; несколько разделяют запятыми.</translation>
    </message>
</context>
<context>
    <name>vox::EventsPanel</name>
    <message>
        <source>Events</source>
        <translation>События</translation>
    </message>
</context>
<context>
    <name>vox::FilterRow</name>
    <message>
        <source>Today</source>
        <translation>Сегодня</translation>
    </message>
    <message numerus="yes">
        <source>Last %n days</source>
        <translation>
            <numerusform>Последний %n день</numerusform>
            <numerusform>Последние %n дня</numerusform>
            <numerusform>Последние %n дней</numerusform>
        </translation>
    </message>
    <message>
        <source>Search what was said</source>
        <translation>Найти сказанное</translation>
    </message>
    <message>
        <source>Condition</source>
        <translation>Условие</translation>
    </message>
    <message>
        <source>Period: %1</source>
        <translation>Период: %1</translation>
    </message>
    <message>
        <source>Agent: %1</source>
        <translation>Агент: %1</translation>
    </message>
    <message>
        <source>Outcome: %1</source>
        <translation>Итог: %1</translation>
    </message>
    <message>
        <source>Channel: %1</source>
        <translation>Канал: %1</translation>
    </message>
    <message>
        <source>Language: %1</source>
        <translation>Язык: %1</translation>
    </message>
    <message>
        <source>Delay over %1 ms</source>
        <translation>Задержка больше %1 мс</translation>
    </message>
    <message>
        <source>With errors</source>
        <translation>С ошибкой</translation>
    </message>
    <message>
        <source>Interrupted</source>
        <translation>Перебивали</translation>
    </message>
    <message>
        <source>%1, in %2 ms</source>
        <translation>%1, за %2 мс</translation>
    </message>
    <message>
        <source>Conversations found, and how long the search took</source>
        <translation>Сколько разговоров найдено и за какое время</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Период</translation>
    </message>
    <message>
        <source>Agent</source>
        <translation>Агент</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Итог</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>Канал</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Язык</translation>
    </message>
    <message>
        <source>Delay over</source>
        <translation>Задержка больше</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 мс</translation>
    </message>
</context>
<context>
    <name>vox::GraphActions</name>
    <message>
        <source>Undo</source>
        <translation>Отменить</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Повторить</translation>
    </message>
    <message>
        <source>Cut</source>
        <translation>Вырезать</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Копировать</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>Вставить</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>Дублировать</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Удалить</translation>
    </message>
    <message>
        <source>Add node…</source>
        <translation>Добавить узел…</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>Выделить всё</translation>
    </message>
    <message>
        <source>Select connected</source>
        <translation>Выделить связанные</translation>
    </message>
    <message>
        <source>Find node…</source>
        <translation>Найти узел…</translation>
    </message>
    <message>
        <source>Align left edges</source>
        <translation>Выровнять по левому краю</translation>
    </message>
    <message>
        <source>Align right edges</source>
        <translation>Выровнять по правому краю</translation>
    </message>
    <message>
        <source>Align tops</source>
        <translation>Выровнять по верху</translation>
    </message>
    <message>
        <source>Align bottoms</source>
        <translation>Выровнять по низу</translation>
    </message>
    <message>
        <source>Align centres</source>
        <translation>Выровнять по центру</translation>
    </message>
    <message>
        <source>Align middles</source>
        <translation>Выровнять по середине</translation>
    </message>
    <message>
        <source>Spread across</source>
        <translation>Распределить по ширине</translation>
    </message>
    <message>
        <source>Spread down</source>
        <translation>Распределить по высоте</translation>
    </message>
    <message>
        <source>Tidy up the graph</source>
        <translation>Расставить узлы</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>Крупнее</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>Мельче</translation>
    </message>
    <message>
        <source>Zoom to 100 %</source>
        <translation>Масштаб 100 %</translation>
    </message>
    <message>
        <source>Show the whole graph</source>
        <translation>Показать весь граф</translation>
    </message>
    <message>
        <source>Select tool</source>
        <translation>Выделение</translation>
    </message>
    <message>
        <source>Hand tool</source>
        <translation>Рука</translation>
    </message>
    <message>
        <source>Undo: %1 %2</source>
        <translation>Отменить: %1 %2</translation>
    </message>
    <message>
        <source>Redo: %1 %2</source>
        <translation>Повторить: %1 %2</translation>
    </message>
</context>
<context>
    <name>vox::GraphPage</name>
    <message>
        <source>Inspector</source>
        <translation>Свойства</translation>
    </message>
</context>
<context>
    <name>vox::GraphScene</name>
    <message>
        <source>%1 ms</source>
        <translation>%1 мс</translation>
    </message>
    <message>
        <source>%1 s</source>
        <comment>seconds</comment>
        <translation>%1 с</translation>
    </message>
</context>
<context>
    <name>vox::GraphView</name>
    <message>
        <source>leads nowhere</source>
        <translation>никуда не ведёт</translation>
    </message>
    <message>
        <source>Graph of the agent</source>
        <translation>Граф агента</translation>
    </message>
</context>
<context>
    <name>vox::HeldWindow</name>
    <message>
        <source>Quit</source>
        <translation>Выйти</translation>
    </message>
    <message>
        <source>Open another folder…</source>
        <translation>Открыть другую папку…</translation>
    </message>
    <message>
        <source>Folder of a workspace</source>
        <translation>Папка рабочего места</translation>
    </message>
</context>
<context>
    <name>vox::HelpWindow</name>
    <message>
        <source>Help</source>
        <translation>Справка</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Страницы</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>Страница</translation>
    </message>
</context>
<context>
    <name>vox::HistoryPage</name>
    <message>
        <source>Return to this version</source>
        <translation>Вернуться к этой версии</translation>
    </message>
    <message>
        <source>The older version is back.</source>
        <translation>Прежняя версия возвращена.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Вернуть</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>Версии</translation>
    </message>
    <message>
        <source>One version is compared with the one before it; Ctrl picks two.</source>
        <translation>Версия сравнивается с предыдущей; с Ctrl можно выбрать две.</translation>
    </message>
    <message>
        <source>Name what stands now</source>
        <translation>Назвать то, что сейчас</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>Изменения</translation>
    </message>
    <message>
        <source>+%1 added   −%2 removed   ~%3 changed</source>
        <translation>+%1 добавлено   −%2 убрано   ~%3 изменено</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>Рядом</translation>
    </message>
    <message>
        <source>Overlay</source>
        <translation>Поверх</translation>
    </message>
    <message>
        <source>Every save</source>
        <translation>Все правки</translation>
    </message>
    <message>
        <source>What the list shows</source>
        <translation>Что показывает список</translation>
    </message>
    <message>
        <source>Versions of</source>
        <translation>Чьи версии</translation>
    </message>
    <message>
        <source>How the graphs are compared</source>
        <translation>Как сравнивать графы</translation>
    </message>
    <message numerus="yes">
        <source>%n save(s) between</source>
        <translation>
            <numerusform>между ними %n правка</numerusform>
            <numerusform>между ними %n правки</numerusform>
            <numerusform>между ними %n правок</numerusform>
        </translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation>Все</translation>
    </message>
    <message>
        <source>against %1</source>
        <translation>против: %1</translation>
    </message>
    <message>
        <source>Fields</source>
        <translation>Поля</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Текст</translation>
    </message>
    <message>
        <source>How the changes are listed</source>
        <translation>Как перечислены изменения</translation>
    </message>
</context>
<context>
    <name>vox::Inspector</name>
    <message>
        <source>Name</source>
        <translation>Название</translation>
    </message>
    <message>
        <source>Outcomes</source>
        <translation>Исходы</translation>
    </message>
    <message>
        <source>Name of the node</source>
        <translation>Название узла</translation>
    </message>
    <message numerus="yes">
        <source>%n node(s) selected. Drag moves them together, Ctrl+C copies them, Delete removes them.</source>
        <translation>
            <numerusform>Выбран %n узел. Потяните, чтобы передвинуть; Ctrl+C копирует, Delete удаляет.</numerusform>
            <numerusform>Выбрано %n узла. Потяните, чтобы передвинуть вместе; Ctrl+C копирует, Delete удаляет.</numerusform>
            <numerusform>Выбрано %n узлов. Потяните, чтобы передвинуть вместе; Ctrl+C копирует, Delete удаляет.</numerusform>
        </translation>
    </message>
    <message>
        <source>An arrow is selected. Delete removes it; to lead it elsewhere, drag from its port.</source>
        <translation>Выбрана стрелка. Delete удаляет её; чтобы направить иначе, потяните от её кружка.</translation>
    </message>
    <message>
        <source>Select a node to see and change what it does. Double-click the canvas to add one.</source>
        <translation>Выберите узел, чтобы увидеть и изменить, что он делает. Двойной щелчок по полю добавит новый.</translation>
    </message>
    <message>
        <source>node %1</source>
        <translation>узел %1</translation>
    </message>
    <message>
        <source>This kind of node comes from a newer version. It is kept as it is.</source>
        <translation>Такие узлы есть только в новой версии. Узел сохранится как есть.</translation>
    </message>
    <message>
        <source>Select a node to see what it does.</source>
        <translation>Выберите блок, чтобы увидеть, что он делает.</translation>
    </message>
</context>
<context>
    <name>vox::JoinSection</name>
    <message>
        <source>Join a team</source>
        <translation>Присоединиться к команде</translation>
    </message>
    <message>
        <source>With the link of an invitation, or the address of a server where you have an account. It becomes a workspace of its own.</source>
        <translation>По ссылке-приглашению или по адресу сервера, где у вас есть учётная запись. Получится отдельное рабочее пространство.</translation>
    </message>
    <message>
        <source>Join</source>
        <translation>Присоединиться</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>Link or address</source>
        <translation>Ссылка или адрес</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>Ваше имя</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>Почта</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Пароль</translation>
    </message>
    <message>
        <source>choose one: twelve characters or more</source>
        <translation>придумайте: от двенадцати знаков</translation>
    </message>
    <message>
        <source>Joining…</source>
        <translation>Присоединение…</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Войти</translation>
    </message>
</context>
<context>
    <name>vox::KeyEntry</name>
    <message>
        <source>Keep</source>
        <translation>Сохранить</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>Forget it</source>
        <translation>Забыть</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Ключ</translation>
    </message>
    <message>
        <source>Paste the key here</source>
        <translation>Вставьте ключ сюда</translation>
    </message>
    <message>
        <source>Replace…</source>
        <translation>Заменить…</translation>
    </message>
    <message>
        <source>Enter the key…</source>
        <translation>Ввести ключ…</translation>
    </message>
    <message>
        <source>No key is sent.</source>
        <translation>Ключ не отправляется.</translation>
    </message>
    <message>
        <source>Its key is read from the environment variable %1.</source>
        <translation>Ключ берётся из переменной окружения %1.</translation>
    </message>
    <message>
        <source>Its key is in this computer&apos;s keychain.</source>
        <translation>Ключ лежит в хранилище паролей этого компьютера.</translation>
    </message>
    <message>
        <source>Its key is in an encrypted file in your data folder, and what opens the file lies beside it: this system has no keychain.</source>
        <translation>Ключ лежит в зашифрованном файле в папке данных, и то, чем он открывается, лежит рядом: системного хранилища паролей здесь нет.</translation>
    </message>
    <message>
        <source>This computer does not have its key.</source>
        <translation>На этом компьютере нет этого ключа.</translation>
    </message>
</context>
<context>
    <name>vox::KeysPage</name>
    <message>
        <source>Revoke…</source>
        <translation>Отозвать…</translation>
    </message>
    <message>
        <source>New key…</source>
        <translation>Новый ключ…</translation>
    </message>
    <message>
        <source>For programs that speak with the server in your name. A key may never do more than you.</source>
        <translation>Для программ, которые говорят с сервером от вашего имени. Ключ не может больше вас.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Название</translation>
    </message>
    <message>
        <source>Begins with</source>
        <translation>Начинается с</translation>
    </message>
    <message>
        <source>Whose</source>
        <translation>Чей</translation>
    </message>
    <message>
        <source>May</source>
        <translation>Может</translation>
    </message>
    <message>
        <source>Ends</source>
        <translation>Истекает</translation>
    </message>
    <message>
        <source>Last used</source>
        <translation>Использован</translation>
    </message>
    <message>
        <source>API keys</source>
        <translation>Ключи API</translation>
    </message>
    <message>
        <source>There is no key yet. Programs use one instead of a password.</source>
        <translation>Ключей пока нет. Программы пользуются ими вместо пароля.</translation>
    </message>
    <message>
        <source>Make a key</source>
        <translation>Создать ключ</translation>
    </message>
    <message>
        <source>“%1” is shown only now. Whoever has it may do what it may; keep it like a password.</source>
        <translation>«%1» показан только сейчас. Кто им владеет, может то же, что и он; храните как пароль.</translation>
    </message>
    <message>
        <source>“%1” opens nothing any more.</source>
        <translation>«%1» больше ничего не открывает.</translation>
    </message>
    <message>
        <source>never</source>
        <translation>никогда</translation>
    </message>
    <message>
        <source>ended</source>
        <translation>истёк</translation>
    </message>
    <message>
        <source>Revoke “%1”? Programs that use it are refused at once.</source>
        <translation>Отозвать «%1»? Программам с этим ключом сразу будет отказано.</translation>
    </message>
    <message>
        <source>Revoke</source>
        <translation>Отозвать</translation>
    </message>
    <message>
        <source>what it is for, for example “nightly tests”</source>
        <translation>для чего он, например «ночные тесты»</translation>
    </message>
    <message>
        <source>in 30 days</source>
        <translation>через 30 дней</translation>
    </message>
    <message>
        <source>in 90 days</source>
        <translation>через 90 дней</translation>
    </message>
    <message>
        <source>in a year</source>
        <translation>через год</translation>
    </message>
    <message>
        <source>It may</source>
        <translation>Он может</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>Make the key</source>
        <translation>Создать ключ</translation>
    </message>
</context>
<context>
    <name>vox::KnownSection</name>
    <message>
        <source>Workspaces on this computer</source>
        <translation>Рабочие пространства на этом компьютере</translation>
    </message>
    <message>
        <source>on this computer</source>
        <translation>на этом компьютере</translation>
    </message>
    <message>
        <source>open</source>
        <translation>открыто</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Открыть</translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation>Открыть %1</translation>
    </message>
</context>
<context>
    <name>vox::ListPage</name>
    <message>
        <source>Conversations</source>
        <translation>Разговоры</translation>
    </message>
    <message>
        <source>No conversation fits this search.</source>
        <translation>Таких разговоров нет.</translation>
    </message>
    <message>
        <source>Nobody has talked to an agent yet. Call one and find the call here.</source>
        <translation>С агентами ещё никто не говорил. Позвоните, и звонок появится здесь.</translation>
    </message>
    <message>
        <source>Clear the filters</source>
        <translation>Сбросить условия</translation>
    </message>
    <message>
        <source>Call an agent</source>
        <translation>Позвонить агенту</translation>
    </message>
</context>
<context>
    <name>vox::MergedLines</name>
    <message>
        <source>not connected</source>
        <translation>не соединено</translation>
    </message>
    <message>
        <source>removed</source>
        <translation>удалено</translation>
    </message>
    <message>
        <source>added: %1</source>
        <translation>добавлено: %1</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>пусто</translation>
    </message>
    <message>
        <source>none</source>
        <translation>нет</translation>
    </message>
</context>
<context>
    <name>vox::Minimap</name>
    <message>
        <source>Overview of the graph</source>
        <translation>Обзор графа</translation>
    </message>
</context>
<context>
    <name>vox::ModelsPage</name>
    <message>
        <source>“%1” was added and works.</source>
        <translation>«%1» добавлена и работает.</translation>
    </message>
    <message>
        <source>They work without a network: what calls say never leaves this machine through them.</source>
        <translation>Они работают без сети: сказанное в звонках через них машину не покидает.</translation>
    </message>
    <message>
        <source>Measure speed</source>
        <translation>Измерить скорость</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Удалить</translation>
    </message>
    <message>
        <source>Add a model</source>
        <translation>Добавить модель</translation>
    </message>
    <message>
        <source>From a folder…</source>
        <translation>Из папки…</translation>
    </message>
    <message>
        <source>From an archive (zip, tar)…</source>
        <translation>Из архива (zip, tar)…</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Название</translation>
    </message>
    <message>
        <source>Languages it knows</source>
        <translation>Какие языки знает</translation>
    </message>
    <message>
        <source>Licence, as its maker says</source>
        <translation>Лицензия, как её называет автор</translation>
    </message>
    <message>
        <source>It is copied, and tried in a process of its own: a bad file can end only that.</source>
        <translation>Модель копируется и пробуется в отдельном процессе: плохой файл может завершить только его.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Добавить</translation>
    </message>
    <message>
        <source>For</source>
        <translation>Для чего</translation>
    </message>
    <message>
        <source>Languages</source>
        <translation>Языки</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Лицензия</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Размер</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Скорость</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Состояние</translation>
    </message>
    <message>
        <source>Seconds of speech it recognises in a second of work on this machine.</source>
        <translation>Сколько секунд речи она распознаёт за секунду работы на этой машине.</translation>
    </message>
    <message>
        <source>Models and voices on this machine</source>
        <translation>Модели и голоса на этой машине</translation>
    </message>
    <message>
        <source>Recognition</source>
        <translation>Распознавание</translation>
    </message>
    <message>
        <source>Voice activity</source>
        <translation>Поиск голоса</translation>
    </message>
    <message>
        <source>Voice</source>
        <translation>Голос</translation>
    </message>
    <message>
        <source>English</source>
        <translation>Английский</translation>
    </message>
    <message>
        <source>Russian</source>
        <translation>Русский</translation>
    </message>
    <message>
        <source>%1, not for business</source>
        <translation>%1, не для бизнеса</translation>
    </message>
    <message>
        <source>broken</source>
        <translation>повреждена</translation>
    </message>
    <message>
        <source>added</source>
        <translation>добавлено</translation>
    </message>
    <message>
        <source>installed</source>
        <translation>установлено</translation>
    </message>
    <message>
        <source>%1×</source>
        <translation>%1×</translation>
    </message>
    <message>
        <source>Lets it hear five seconds of sound</source>
        <translation>Даёт ей послушать пять секунд звука</translation>
    </message>
    <message>
        <source>Choose a model that somebody added; what was installed stays.</source>
        <translation>Выберите модель, которую добавили; установленное остаётся.</translation>
    </message>
    <message>
        <source>Measuring speed</source>
        <translation>Измеряем скорость</translation>
    </message>
    <message>
        <source>Copying “%1”</source>
        <translation>Копируем «%1»</translation>
    </message>
    <message>
        <source>Checking “%1”</source>
        <translation>Проверяем «%1»</translation>
    </message>
    <message>
        <source>Trying “%1” in a process of its own</source>
        <translation>Пробуем «%1» в отдельном процессе</translation>
    </message>
    <message>
        <source>Say which languages it knows: ru, en, de…</source>
        <translation>Укажите, какие языки она знает: ru, en, de…</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 из %2</translation>
    </message>
    <message>
        <source>Folder of a model</source>
        <translation>Папка с моделью</translation>
    </message>
    <message>
        <source>Archive of a model</source>
        <translation>Архив с моделью</translation>
    </message>
    <message>
        <source>Archives (*.zip *.tar *.tar.gz *.tgz *.tar.xz *.tar.bz2 *.tar.zst);;All files (*)</source>
        <translation>Архивы (*.zip *.tar *.tar.gz *.tgz *.tar.xz *.tar.bz2 *.tar.zst);;Все файлы (*)</translation>
    </message>
    <message>
        <source>“%1” was removed.</source>
        <translation>«%1» удалена.</translation>
    </message>
    <message>
        <source>Agents that named it hear with the next best one.</source>
        <translation>Агенты, которые её выбрали, слушают следующей по качеству.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Вернуть</translation>
    </message>
    <message>
        <source>Agents choose it by its name, under Voice.</source>
        <translation>Агенты выбирают её по имени, в разделе «Голос».</translation>
    </message>
    <message>
        <source>From an address…</source>
        <translation>По адресу…</translation>
    </message>
    <message>
        <source>Address of an archive</source>
        <translation>Адрес архива</translation>
    </message>
    <message>
        <source>Its SHA-256, if known: then a download that was cut off goes on</source>
        <translation>Его SHA-256, если известен: тогда прерванная загрузка продолжится</translation>
    </message>
    <message>
        <source>Choose a model that recognises speech, or a voice that was added.</source>
        <translation>Выберите модель распознавания или добавленный голос.</translation>
    </message>
    <message>
        <source>Give the address, and say which languages it knows: ru, en, de…</source>
        <translation>Укажите адрес и языки, которые она знает: ru, en, de…</translation>
    </message>
</context>
<context>
    <name>vox::NodeFinder</name>
    <message>
        <source>Find a node by its words</source>
        <translation>Найти узел по словам</translation>
    </message>
    <message>
        <source>Nodes found</source>
        <translation>Найденные узлы</translation>
    </message>
</context>
<context>
    <name>vox::NodePicker</name>
    <message>
        <source>Find a node</source>
        <translation>Найти узел</translation>
    </message>
    <message>
        <source>Kinds of nodes</source>
        <translation>Виды узлов</translation>
    </message>
</context>
<context>
    <name>vox::NodeTools</name>
    <message>
        <source>Select (V)</source>
        <translation>Выделять (V)</translation>
    </message>
    <message>
        <source>Move the view (H)</source>
        <translation>Двигать поле (H)</translation>
    </message>
</context>
<context>
    <name>vox::OutcomesBar</name>
    <message>
        <source>Completed</source>
        <translation>Завершён</translation>
    </message>
    <message>
        <source>Handed over</source>
        <translation>Передан человеку</translation>
    </message>
    <message>
        <source>Caller left</source>
        <translation>Клиент положил трубку</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>С ошибкой</translation>
    </message>
    <message>
        <source>Cut off</source>
        <translation>Оборван</translation>
    </message>
    <message>
        <source>How they ended</source>
        <translation>Чем закончились</translation>
    </message>
</context>
<context>
    <name>vox::OutcomesForm</name>
    <message>
        <source>Outcome “%1” leads to</source>
        <translation>Исход «%1» ведёт к</translation>
    </message>
    <message>
        <source>This outcome leads nowhere: the caller would hear silence.</source>
        <translation>Этот исход никуда не ведёт: клиент услышит тишину.</translation>
    </message>
    <message>
        <source>Leads nowhere</source>
        <translation>Никуда не ведёт</translation>
    </message>
</context>
<context>
    <name>vox::OverviewBar</name>
    <message>
        <source>Whole conversation</source>
        <translation>Весь разговор</translation>
    </message>
</context>
<context>
    <name>vox::PasswordSection</name>
    <message>
        <source>Change your password</source>
        <translation>Смена пароля</translation>
    </message>
    <message>
        <source>Your other sessions end with it; this one goes on.</source>
        <translation>Остальные ваши сеансы завершатся, этот продолжится.</translation>
    </message>
    <message>
        <source>Change the password</source>
        <translation>Сменить пароль</translation>
    </message>
    <message>
        <source>twelve characters or more</source>
        <translation>двенадцать знаков или больше</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>Password now</source>
        <translation>Нынешний пароль</translation>
    </message>
    <message>
        <source>New password</source>
        <translation>Новый пароль</translation>
    </message>
</context>
<context>
    <name>vox::PeoplePage</name>
    <message>
        <source>password</source>
        <translation>пароль</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Люди</translation>
    </message>
    <message>
        <source>Invitations that wait</source>
        <translation>Ждущие приглашения</translation>
    </message>
    <message>
        <source>Invite…</source>
        <translation>Пригласить…</translation>
    </message>
    <message>
        <source>Who works here and what they may do. A new role counts at once.</source>
        <translation>Кто здесь работает и что может. Новая роль действует сразу.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Имя</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Роль</translation>
    </message>
    <message>
        <source>Signs in with</source>
        <translation>Вход</translation>
    </message>
    <message>
        <source>Joined</source>
        <translation>Присоединился</translation>
    </message>
    <message>
        <source>Last seen</source>
        <translation>Заходил</translation>
    </message>
    <message>
        <source>For</source>
        <translation>Кому</translation>
    </message>
    <message>
        <source>Invited by</source>
        <translation>Кто пригласил</translation>
    </message>
    <message>
        <source>Ends</source>
        <translation>Истекает</translation>
    </message>
    <message>
        <source>Nobody is here yet. An invitation is a link that works once.</source>
        <translation>Пока никого нет. Приглашение — ссылка, которая срабатывает один раз.</translation>
    </message>
    <message>
        <source>Invite somebody</source>
        <translation>Пригласить</translation>
    </message>
    <message>
        <source>Send this link to whom you invite. It works once, for seven days, and is shown only now.</source>
        <translation>Отправьте эту ссылку тому, кого приглашаете. Она сработает один раз, действует семь дней и показана только сейчас.</translation>
    </message>
    <message>
        <source>Send this link to %1. It works once, for seven days, and is shown only now.</source>
        <translation>Отправьте эту ссылку: %1. Она сработает один раз, действует семь дней и показана только сейчас.</translation>
    </message>
    <message>
        <source>%1 is %2 now.</source>
        <translation>%1: новая роль — %2.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Отменить</translation>
    </message>
    <message>
        <source>%1 is no member any more.</source>
        <translation>%1 больше не участник.</translation>
    </message>
    <message>
        <source>The name stays in the histories.</source>
        <translation>Имя остаётся в историях.</translation>
    </message>
    <message>
        <source>%1, you</source>
        <translation>%1, это вы</translation>
    </message>
    <message>
        <source>never</source>
        <translation>никогда</translation>
    </message>
    <message>
        <source>whoever has the link</source>
        <translation>любой, у кого есть ссылка</translation>
    </message>
    <message>
        <source>may stay empty</source>
        <translation>можно не указывать</translation>
    </message>
    <message>
        <source>Make a link</source>
        <translation>Создать ссылку</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>Почта</translation>
    </message>
    <message>
        <source>Withdraw the invitation</source>
        <translation>Отозвать приглашение</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>Удалить…</translation>
    </message>
    <message>
        <source>Remove %1? Sessions and keys end at once; coming back takes a new invitation.</source>
        <translation>Исключить: %1? Сеансы и ключи сразу перестанут действовать; вернуться можно по новому приглашению.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Удалить</translation>
    </message>
</context>
<context>
    <name>vox::PreviewPanel</name>
    <message>
        <source>Choose a conversation to hear and read it here.</source>
        <translation>Выберите разговор, чтобы услышать и прочитать его здесь.</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Открыть</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 мс</translation>
    </message>
    <message>
        <source>Delay p50</source>
        <translation>Задержка p50</translation>
    </message>
    <message>
        <source>Delay p95</source>
        <translation>Задержка p95</translation>
    </message>
    <message>
        <source>Turns</source>
        <translation>Реплики</translation>
    </message>
    <message>
        <source>Interruptions</source>
        <translation>Перебивания</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>Ошибки</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Исход</translation>
    </message>
    <message>
        <source>There is no recording.</source>
        <translation>Записи нет.</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Пауза</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Слушать</translation>
    </message>
    <message>
        <source>Transcript</source>
        <translation>Расшифровка</translation>
    </message>
    <message numerus="yes">
        <source>%n found</source>
        <translation>
            <numerusform>найден %n</numerusform>
            <numerusform>найдено %n</numerusform>
            <numerusform>найдено %n</numerusform>
        </translation>
    </message>
    <message>
        <source>Recorded at another desk; playing brings it here.</source>
        <translation>Записано за другим столом; воспроизведение загрузит запись сюда.</translation>
    </message>
    <message>
        <source>Bringing the recording here…</source>
        <translation>Запись загружается…</translation>
    </message>
</context>
<context>
    <name>vox::Problems</name>
    <message>
        <source>%1: %2</source>
        <comment>node: what is wrong</comment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>vox::ProblemsStrip</name>
    <message>
        <source>Next problem</source>
        <translation>Следующая проблема</translation>
    </message>
    <message>
        <source>Previous problem</source>
        <translation>Предыдущая проблема</translation>
    </message>
    <message>
        <source>Repair this problem</source>
        <translation>Исправить эту проблему</translation>
    </message>
    <message>
        <source>Errors: the agent cannot be called</source>
        <translation>Ошибки: агенту нельзя позвонить</translation>
    </message>
    <message>
        <source>Warnings</source>
        <translation>Предупреждения</translation>
    </message>
    <message>
        <source>No problems found</source>
        <translation>Проблем не найдено</translation>
    </message>
    <message>
        <source>Connect to %1</source>
        <translation>Соединить с «%1»</translation>
    </message>
    <message>
        <source>Remove the arrow</source>
        <translation>Убрать стрелку</translation>
    </message>
</context>
<context>
    <name>vox::PromptsPage</name>
    <message>
        <source>Role and rules</source>
        <translation>Роль и правила</translation>
    </message>
    <message>
        <source>What a language model is told before each answer. Agents without a model node do not need it.</source>
        <translation>Что говорится языковой модели перед каждым ответом. Агентам без узла модели это не нужно.</translation>
    </message>
    <message>
        <source>Knowledge</source>
        <translation>Знания</translation>
    </message>
    <message>
        <source>Paragraphs the agent may answer from; a line starting with # is a heading.</source>
        <translation>Абзацы, по которым агент может отвечать; строка с # в начале — заголовок.</translation>
    </message>
    <message>
        <source>What callers want</source>
        <translation>Чего хотят клиенты</translation>
    </message>
    <message>
        <source>Add an intent</source>
        <translation>Добавить намерение</translation>
    </message>
    <message>
        <source>Delete the intent</source>
        <translation>Удалить намерение</translation>
    </message>
    <message>
        <source>Intents</source>
        <translation>Намерения</translation>
    </message>
    <message>
        <source>Name of the intent</source>
        <translation>Название намерения</translation>
    </message>
    <message>
        <source>What callers say, one example a line</source>
        <translation>Что говорят клиенты, по примеру в строке</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Название</translation>
    </message>
    <message numerus="yes">
        <source>%n example(s)</source>
        <translation>
            <numerusform>%n пример</numerusform>
            <numerusform>%n примера</numerusform>
            <numerusform>%n примеров</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n example(s); six or more are understood well</source>
        <translation>
            <numerusform>%n пример; хорошо понимаются шесть и больше</numerusform>
            <numerusform>%n примера; хорошо понимаются шесть и больше</numerusform>
            <numerusform>%n примеров; хорошо понимаются шесть и больше</numerusform>
        </translation>
    </message>
    <message>
        <source>new_intent</source>
        <translation>новое_намерение</translation>
    </message>
</context>
<context>
    <name>vox::ProviderButtons</name>
    <message>
        <source>Go on with %1</source>
        <translation>Войти через %1</translation>
    </message>
    <message>
        <source>Opens the browser</source>
        <translation>Откроется браузер</translation>
    </message>
    <message>
        <source>You are signed in. Close this page and go back to Voxdesk.</source>
        <translation>Вы вошли. Закройте эту страницу и вернитесь в Voxdesk.</translation>
    </message>
</context>
<context>
    <name>vox::PublishDialog</name>
    <message>
        <source>Staging</source>
        <translation>Проверка</translation>
    </message>
    <message>
        <source>Production</source>
        <translation>Работа</translation>
    </message>
    <message>
        <source>This agent</source>
        <translation>Этот агент</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>Всё</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Сейчас</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Позже</translation>
    </message>
    <message>
        <source>What changes there</source>
        <translation>Что там изменится</translation>
    </message>
    <message>
        <source>What stands in the way</source>
        <translation>Что мешает</translation>
    </message>
    <message>
        <source>Publish</source>
        <translation>Опубликовать</translation>
    </message>
    <message>
        <source>Where to</source>
        <translation>Куда</translation>
    </message>
    <message>
        <source>How much</source>
        <translation>Сколько</translation>
    </message>
    <message>
        <source>Publish to</source>
        <translation>Опубликовать</translation>
    </message>
    <message>
        <source>What is new, for those who read the history</source>
        <translation>Что нового, для тех, кто читает историю</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Сообщение</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Когда</translation>
    </message>
    <message>
        <source>Time of publishing</source>
        <translation>Время публикации</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>Version %1 is there: %2</source>
        <translation>Там версия %1: %2</translation>
    </message>
    <message>
        <source>no message</source>
        <translation>без сообщения</translation>
    </message>
    <message>
        <source>Nothing is published there yet.</source>
        <translation>Там пока ничего не опубликовано.</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Проверить снова</translation>
    </message>
    <message>
        <source>Nothing differs: what is published there is what you have.</source>
        <translation>Отличий нет: опубликовано то же, что у вас.</translation>
    </message>
    <message>
        <source>Publishing…</source>
        <translation>Публикация…</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>Запланировать</translation>
    </message>
    <message>
        <source>Your role may not publish there</source>
        <translation>Ваша роль не может публиковать туда</translation>
    </message>
    <message>
        <source>%1 was changed in two places</source>
        <translation>%1 изменён в двух местах</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Put together</source>
        <translation>Объединить</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Показать</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>и ещё %n</numerusform>
            <numerusform>и ещё %n</numerusform>
            <numerusform>и ещё %n</numerusform>
        </translation>
    </message>
    <message>
        <source>Published now</source>
        <translation>Опубликовано сейчас</translation>
    </message>
    <message>
        <source>After publishing</source>
        <translation>После публикации</translation>
    </message>
    <message>
        <source>Publish version %1 again</source>
        <translation>Опубликовать версию %1 снова</translation>
    </message>
    <message>
        <source>Publish version %1 to</source>
        <translation>Опубликовать версию %1:</translation>
    </message>
    <message>
        <source>Version %1 again</source>
        <translation>Снова версия %1</translation>
    </message>
    <message>
        <source>Nothing differs: just this is published there.</source>
        <translation>Отличий нет: именно это там и опубликовано.</translation>
    </message>
</context>
<context>
    <name>vox::PublishLinesModel</name>
    <message>
        <source>added</source>
        <translation>добавлено</translation>
    </message>
    <message>
        <source>removed</source>
        <translation>удалено</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>изменено</translation>
    </message>
    <message>
        <source>New agent</source>
        <translation>Новый агент</translation>
    </message>
    <message>
        <source>Taken out</source>
        <translation>Убран</translation>
    </message>
    <message>
        <source>Order on the canvas</source>
        <translation>Расположение на холсте</translation>
    </message>
    <message>
        <source>Node</source>
        <translation>Узел</translation>
    </message>
    <message>
        <source>Agent</source>
        <translation>Агент</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Что</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>Часть</translation>
    </message>
</context>
<context>
    <name>vox::PublishedPage</name>
    <message>
        <source>Roll back</source>
        <translation>Откатить</translation>
    </message>
    <message>
        <source>Return the draft to this</source>
        <translation>Вернуть черновик к этой версии</translation>
    </message>
    <message>
        <source>Back to what was published before (Ctrl+Alt+R)</source>
        <translation>К тому, что было опубликовано раньше (Ctrl+Alt+R)</translation>
    </message>
    <message>
        <source>The published graph</source>
        <translation>Опубликованный граф</translation>
    </message>
    <message>
        <source>It is not published later.</source>
        <translation>Публикация отменена.</translation>
    </message>
    <message>
        <source>Version %1, %2</source>
        <translation>Версия %1, %2</translation>
    </message>
    <message>
        <source>%1, %2. %3</source>
        <translation>%1, %2. %3</translation>
    </message>
    <message>
        <source>Version %1 takes its place %2: %3</source>
        <translation>Версия %1 сменит её %2: %3</translation>
    </message>
    <message>
        <source>Do not</source>
        <translation>Не нужно</translation>
    </message>
    <message>
        <source>This agent is not published there.</source>
        <translation>Этот агент там не опубликован.</translation>
    </message>
    <message>
        <source>Nothing is published there yet.</source>
        <translation>Там пока ничего не опубликовано.</translation>
    </message>
    <message>
        <source>Publish…</source>
        <translation>Опубликовать…</translation>
    </message>
    <message>
        <source>%1 runs something else than what is published: %2.</source>
        <translation>%1 выполняет не то, что опубликовано: %2.</translation>
    </message>
    <message>
        <source>Apply what is published</source>
        <translation>Применить опубликованное</translation>
    </message>
    <message>
        <source>Adopt what runs</source>
        <translation>Принять то, что работает</translation>
    </message>
</context>
<context>
    <name>vox::ReleasesModel</name>
    <message>
        <source>Version %1</source>
        <translation>Версия %1</translation>
    </message>
    <message numerus="yes">
        <source>%n agent(s)</source>
        <translation>
            <numerusform>%n агент</numerusform>
            <numerusform>%n агента</numerusform>
            <numerusform>%n агентов</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vox::ReleasesPage</name>
    <message>
        <source>What differs</source>
        <translation>Чем отличаются</translation>
    </message>
    <message>
        <source>Everything that was ever published, with all its agents</source>
        <translation>Всё, что когда-либо публиковалось, со всеми агентами</translation>
    </message>
    <message>
        <source>All agents</source>
        <translation>Все агенты</translation>
    </message>
    <message>
        <source>Releases</source>
        <translation>Выпуски</translation>
    </message>
    <message>
        <source>One release is compared with the one before it; Ctrl picks any two.</source>
        <translation>Выпуск сравнивается с предыдущим; с Ctrl можно выбрать любые два.</translation>
    </message>
    <message>
        <source>Version %1</source>
        <translation>Версия %1</translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <comment>two releases compared</comment>
        <translation>%1 и %2</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Повторить</translation>
    </message>
    <message>
        <source>Nothing was published yet. What is published becomes a release that never changes.</source>
        <translation>Пока ничего не опубликовано. Опубликованное становится выпуском, который больше не меняется.</translation>
    </message>
    <message>
        <source>There is one release. The next one can be compared with it.</source>
        <translation>Выпуск один. С ним можно будет сравнить следующий.</translation>
    </message>
    <message>
        <source>These two are the same.</source>
        <translation>Эти два одинаковы.</translation>
    </message>
    <message>
        <source>Publish again…</source>
        <translation>Опубликовать снова…</translation>
    </message>
    <message>
        <source>To staging or production, as it was then (Ctrl+Shift+P)</source>
        <translation>На проверку или в работу, как было тогда (Ctrl+Shift+P)</translation>
    </message>
    <message>
        <source>Publish version %1 again…</source>
        <translation>Опубликовать версию %1 снова…</translation>
    </message>
    <message>
        <source>%1 is back at what it had before.</source>
        <translation>%1: возвращена прежняя версия.</translation>
    </message>
    <message>
        <source>Version %1 waits for its time.</source>
        <translation>Версия %1 ждёт своего времени.</translation>
    </message>
    <message>
        <source>Version %1 is in %2.</source>
        <translation>Версия %1 опубликована: %2.</translation>
    </message>
    <message>
        <source>Roll back</source>
        <translation>Откатить</translation>
    </message>
</context>
<context>
    <name>vox::RoleWords</name>
    <message>
        <source>May do everything, people and backups too.</source>
        <translation>Может всё, в том числе управлять людьми и копиями.</translation>
    </message>
    <message>
        <source>Builds agents, publishes them, writes provider keys.</source>
        <translation>Создаёт агентов, публикует их, записывает ключи поставщиков.</translation>
    </message>
    <message>
        <source>Edits and tests agents, publishes to staging.</source>
        <translation>Правит и проверяет агентов, публикует на проверку.</translation>
    </message>
    <message>
        <source>Listens, publishes and rolls back, reads the audit.</source>
        <translation>Слушает, публикует и откатывает, читает аудит.</translation>
    </message>
    <message>
        <source>Edits documents, reads and hears conversations.</source>
        <translation>Правит документы, читает и слушает разговоры.</translation>
    </message>
    <message>
        <source>Looks at everything and changes nothing.</source>
        <translation>Смотрит всё и ничего не меняет.</translation>
    </message>
</context>
<context>
    <name>vox::SecretsPage</name>
    <message>
        <source>New value…</source>
        <translation>Новое значение…</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>Удалить…</translation>
    </message>
    <message>
        <source>Add a secret…</source>
        <translation>Добавить секрет…</translation>
    </message>
    <message>
        <source>Agents and addresses name a secret; only the server opens it. Nobody sees a value again.</source>
        <translation>Агенты и адреса называют секрет по имени, открывает его только сервер. Значение больше никто не увидит.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Название</translation>
    </message>
    <message>
        <source>Changed by</source>
        <translation>Кто изменил</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Изменён</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Версия</translation>
    </message>
    <message>
        <source>Secrets</source>
        <translation>Секреты</translation>
    </message>
    <message>
        <source>There is no secret yet. Keys of speech and language providers belong here.</source>
        <translation>Секретов пока нет. Здесь хранят ключи поставщиков речи и языковых моделей.</translation>
    </message>
    <message>
        <source>Add a secret</source>
        <translation>Добавить секрет</translation>
    </message>
    <message>
        <source>Remove “%1”? Agents that need it fail at once.</source>
        <translation>Удалить «%1»? Агенты, которым он нужен, сразу перестанут работать.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Удалить</translation>
    </message>
    <message>
        <source>“%1” has a new value.</source>
        <translation>У «%1» новое значение.</translation>
    </message>
    <message>
        <source>It counts from the next call on.</source>
        <translation>Действует со следующего звонка.</translation>
    </message>
    <message>
        <source>“%1” was removed.</source>
        <translation>«%1» удалён.</translation>
    </message>
    <message>
        <source>Lower case letters, digits, dots, hyphens and underscores</source>
        <translation>Строчные латинские буквы, цифры, точки, дефисы и подчёркивания</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>Write</source>
        <translation>Записать</translation>
    </message>
    <message>
        <source>Value, shown to nobody</source>
        <translation>Значение, никому не показывается</translation>
    </message>
</context>
<context>
    <name>vox::SettingsScreen</name>
    <message>
        <source>Settings</source>
        <translation>Настройки</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>Этот компьютер</translation>
    </message>
    <message>
        <source>Workspace</source>
        <translation>Рабочее пространство</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Люди</translation>
    </message>
    <message>
        <source>API keys</source>
        <translation>Ключи API</translation>
    </message>
    <message>
        <source>Secrets</source>
        <translation>Секреты</translation>
    </message>
    <message>
        <source>Audit</source>
        <translation>Аудит</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Модели</translation>
    </message>
    <message>
        <source>Sign-in</source>
        <translation>Вход</translation>
    </message>
</context>
<context>
    <name>vox::SettingsSection</name>
    <message>
        <source>Name</source>
        <translation>Название</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Адрес</translation>
    </message>
    <message>
        <source>Name of its key</source>
        <translation>Имя ключа</translation>
    </message>
    <message>
        <source>Remove this address</source>
        <translation>Удалить этот адрес</translation>
    </message>
    <message>
        <source>The address was removed.</source>
        <translation>Адрес удалён.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Вернуть</translation>
    </message>
    <message>
        <source>Give it a name: agents choose it by that.</source>
        <translation>Дайте название: по нему адрес выбирают агенты.</translation>
    </message>
    <message>
        <source>Another address has this name.</source>
        <translation>Так называется другой адрес.</translation>
    </message>
    <message>
        <source>An address begins with https:// or http:// and names a server.</source>
        <translation>Адрес начинается с https:// или http:// и называет сервер.</translation>
    </message>
    <message>
        <source>Letters, digits, dots, hyphens and underscores only.</source>
        <translation>Только латинские буквы, цифры, точки, дефисы и подчёркивания.</translation>
    </message>
    <message>
        <source>Language models</source>
        <translation>Языковые модели</translation>
    </message>
    <message>
        <source>Servers with an OpenAI-compatible interface. Agents without a model node need none.</source>
        <translation>Серверы с интерфейсом, совместимым с OpenAI. Агентам без узла модели они не нужны.</translation>
    </message>
    <message>
        <source>Add an address</source>
        <translation>Добавить адрес</translation>
    </message>
    <message>
        <source>%1 (the system&apos;s)</source>
        <translation>%1 (системный)</translation>
    </message>
    <message>
        <source>No microphone is connected</source>
        <translation>Микрофон не подключён</translation>
    </message>
    <message>
        <source>No loudspeaker is connected</source>
        <translation>Динамик не подключён</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Вид</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Как в системе</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Светлая</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Тёмная</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Тема</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Язык</translation>
    </message>
    <message>
        <source>Changes at once. Agents keep the languages they speak.</source>
        <translation>Меняется сразу. Языки агентов остаются прежними.</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>Размер текста</translation>
    </message>
    <message>
        <source>Sound devices</source>
        <translation>Звук</translation>
    </message>
    <message>
        <source>Try it</source>
        <translation>Проверить</translation>
    </message>
    <message>
        <source>Microphone</source>
        <translation>Микрофон</translation>
    </message>
    <message>
        <source>A call listens by itself; this is only to try it.</source>
        <translation>При звонке микрофон включается сам; здесь только проверка.</translation>
    </message>
    <message>
        <source>Test tone</source>
        <translation>Пробный тон</translation>
    </message>
    <message>
        <source>Loudspeaker</source>
        <translation>Динамик</translation>
    </message>
    <message>
        <source>Telemetry</source>
        <translation>Телеметрия</translation>
    </message>
    <message>
        <source>Conversations as traces and histograms to an OpenTelemetry collector. Without an address nothing is sent.</source>
        <translation>Разговоры в виде трасс и гистограмм для сборщика OpenTelemetry. Без адреса ничего не отправляется.</translation>
    </message>
    <message>
        <source>Address of the collector</source>
        <translation>Адрес сборщика</translation>
    </message>
    <message>
        <source>Begins with https:// or http://; /v1/traces and /v1/metrics are added.</source>
        <translation>Начинается с https:// или http://; добавляются /v1/traces и /v1/metrics.</translation>
    </message>
    <message>
        <source>As JSON instead of protobuf</source>
        <translation>В виде JSON вместо protobuf</translation>
    </message>
    <message>
        <source>With what was said</source>
        <translation>Вместе со сказанным</translation>
    </message>
    <message>
        <source>Otherwise no words of callers and agents leave this machine.</source>
        <translation>Иначе слова абонентов и агентов не покидают эту машину.</translation>
    </message>
    <message>
        <source>Remove this vendor</source>
        <translation>Удалить этого поставщика</translation>
    </message>
    <message>
        <source>The vendor was removed.</source>
        <translation>Поставщик удалён.</translation>
    </message>
    <message>
        <source>Another vendor has this name.</source>
        <translation>Такое имя есть у другого поставщика.</translation>
    </message>
    <message>
        <source>A part of this machine has this name.</source>
        <translation>Так называется часть этой машины.</translation>
    </message>
    <message>
        <source>An address begins with wss:// or ws:// and names a server.</source>
        <translation>Адрес начинается с wss:// или ws:// и называет сервер.</translation>
    </message>
    <message>
        <source>Vendors of speech</source>
        <translation>Поставщики речи</translation>
    </message>
    <message>
        <source>Clouds that hear or speak for agents that choose them by name. What is left empty is the vendor&apos;s usual.</source>
        <translation>Облака, которые слышат или говорят за агентов, выбравших их по имени. Пустое поле — обычное значение поставщика.</translation>
    </message>
    <message>
        <source>Where tools may send requests</source>
        <translation>Куда инструментам можно обращаться</translation>
    </message>
    <message>
        <source>An agent&apos;s author, a caller or a model can name an address. So tools reach public addresses only, whatever name leads there and also after a redirect; what you allow here counts for calls that begin later.</source>
        <translation>Адрес может назвать автор агента, звонящий или модель. Поэтому инструменты обращаются только к публичным адресам, какое бы имя к ним ни вело и куда бы ни перенаправили. Изменения действуют для следующих звонков.</translation>
    </message>
    <message>
        <source>Only these hosts</source>
        <translation>Только эти узлы</translation>
    </message>
    <message>
        <source>One a line. Empty: any. With a list, everything else is refused: a mistake in an agent sends nothing to strangers.</source>
        <translation>По одному в строке. Пусто: любые. Если список есть, всё остальное запрещено: ошибка в агенте ничего не отправит посторонним.</translation>
    </message>
    <message>
        <source>“%1” is no host. Write a name without https:// and path: api.example.com or *.example.com, with :8443 if needed.</source>
        <translation>«%1» не похоже на узел. Напишите имя без https:// и пути: api.example.com или *.example.com, при необходимости с :8443.</translation>
    </message>
    <message>
        <source>Also the own network</source>
        <translation>Также своя сеть</translation>
    </message>
    <message>
        <source>Private addresses</source>
        <translation>Частные адреса</translation>
    </message>
    <message>
        <source>10.x, 192.168.x and their like lead to printers, routers and servers that trust whoever is inside. Allow it only when your tools run there.</source>
        <translation>10.x, 192.168.x и подобные ведут к принтерам, роутерам и серверам, которые доверяют всем внутри. Разрешайте, только если ваши инструменты работают там.</translation>
    </message>
    <message>
        <source>Also this machine</source>
        <translation>Также этот компьютер</translation>
    </message>
    <message>
        <source>127.0.0.1 and localhost: programs on this machine, often without a password. For trying things out.</source>
        <translation>127.0.0.1 и localhost: программы на этом компьютере, часто без пароля. Для проб.</translation>
    </message>
</context>
<context>
    <name>vox::ShellCommands</name>
    <message>
        <source>Quit</source>
        <translation>Выйти</translation>
    </message>
    <message>
        <source>Wide navigation</source>
        <translation>Широкая панель</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>Крупнее текст</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>Мельче текст</translation>
    </message>
    <message>
        <source>Usual text size</source>
        <translation>Обычный размер текста</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>Во весь экран</translation>
    </message>
    <message>
        <source>Mute the microphone</source>
        <translation>Выключить микрофон</translation>
    </message>
    <message>
        <source>Find or run…</source>
        <translation>Найти или выполнить…</translation>
    </message>
    <message>
        <source>Help pages</source>
        <translation>Страницы справки</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Как в системе</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Светлая</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Тёмная</translation>
    </message>
    <message>
        <source>Hang up</source>
        <translation>Положить трубку</translation>
    </message>
    <message>
        <source>Call the agent</source>
        <translation>Позвонить агенту</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Тема</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Язык</translation>
    </message>
</context>
<context>
    <name>vox::ShellMenus</name>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Файл</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Правка</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Вид</translation>
    </message>
    <message>
        <source>&amp;Agent</source>
        <translation>&amp;Агент</translation>
    </message>
    <message>
        <source>&amp;Call</source>
        <translation>&amp;Звонок</translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation>П&amp;ереход</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Справка</translation>
    </message>
</context>
<context>
    <name>vox::ShellPalette</name>
    <message>
        <source>Agent</source>
        <translation>Агент</translation>
    </message>
    <message>
        <source>Go</source>
        <translation>Переход</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Команда</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Справка</translation>
    </message>
    <message>
        <source>Conversation</source>
        <translation>Разговор</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Вид</translation>
    </message>
    <message>
        <source>Sound devices</source>
        <translation>Звук</translation>
    </message>
    <message>
        <source>Language models</source>
        <translation>Языковые модели</translation>
    </message>
    <message>
        <source>Models and voices</source>
        <translation>Модели и голоса</translation>
    </message>
    <message>
        <source>Workspace</source>
        <translation>Рабочее место</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Настройки</translation>
    </message>
    <message>
        <source>Vendors of speech</source>
        <translation>Поставщики речи</translation>
    </message>
    <message>
        <source>Where tools may send requests</source>
        <translation>Куда инструментам можно обращаться</translation>
    </message>
    <message>
        <source>Telemetry</source>
        <translation>Телеметрия</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Люди</translation>
    </message>
    <message>
        <source>API keys</source>
        <translation>Ключи API</translation>
    </message>
    <message>
        <source>Secrets</source>
        <translation>Секреты</translation>
    </message>
    <message>
        <source>Audit</source>
        <translation>Аудит</translation>
    </message>
</context>
<context>
    <name>vox::ShellStatus</name>
    <message>
        <source>Workspace folder: %1</source>
        <translation>Папка рабочего места: %1</translation>
    </message>
    <message>
        <source>No microphone: calls are typed</source>
        <translation>Нет микрофона: звонки текстом</translation>
    </message>
    <message>
        <source>No call</source>
        <translation>Нет звонка</translation>
    </message>
    <message>
        <source>p95</source>
        <translation>p95</translation>
    </message>
    <message>
        <source>Delay of today&apos;s answers, 95 of 100 are faster</source>
        <translation>Задержка сегодняшних ответов: 95 из 100 быстрее</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 мс</translation>
    </message>
</context>
<context>
    <name>vox::ShellWindow</name>
    <message>
        <source>%1 – Voxdesk</source>
        <translation>%1 – Voxdesk</translation>
    </message>
    <message>
        <source>There is no microphone: this call is typed.</source>
        <translation>Микрофона нет: этот звонок текстом.</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Копировать</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>Копировать подробности</translation>
    </message>
</context>
<context>
    <name>vox::SignInSection</name>
    <message>
        <source>Sign in again</source>
        <translation>Войдите снова</translation>
    </message>
    <message>
        <source>Your session has ended. What you made meanwhile waits here and goes to the server then.</source>
        <translation>Сеанс закончился. Сделанное за это время ждёт здесь и уйдёт на сервер после входа.</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Войти</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>Почта</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Пароль</translation>
    </message>
</context>
<context>
    <name>vox::StandingSection</name>
    <message>
        <source>This workspace</source>
        <translation>Это рабочее пространство</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Состояние</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Сервер</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Выйти</translation>
    </message>
    <message>
        <source>What is here stays readable; nothing is sent or fetched until you sign in again</source>
        <translation>Что есть здесь, можно читать; до нового входа ничего не отправляется и не приходит</translation>
    </message>
    <message>
        <source>Change password…</source>
        <translation>Сменить пароль…</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Вы</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Папка</translation>
    </message>
    <message>
        <source>Agents, conversations and recordings are all in here.</source>
        <translation>Здесь все агенты, разговоры и записи.</translation>
    </message>
    <message>
        <source>Synchronise now</source>
        <translation>Сверить сейчас</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Показать</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Копировать</translation>
    </message>
    <message>
        <source>none</source>
        <translation>нет</translation>
    </message>
    <message>
        <source>Owner of this workspace</source>
        <translation>Владелец этого рабочего пространства</translation>
    </message>
</context>
<context>
    <name>vox::Sync</name>
    <message>
        <source>never</source>
        <translation>никогда</translation>
    </message>
    <message>
        <source>Last in step with the server: %1.</source>
        <translation>Последняя сверка с сервером: %1.</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) wait here.</source>
        <translation>
            <numerusform>Здесь ждёт %n изменение.</numerusform>
            <numerusform>Здесь ждут %n изменения.</numerusform>
            <numerusform>Здесь ждут %n изменений.</numerusform>
        </translation>
    </message>
    <message>
        <source>On this computer</source>
        <translation>На этом компьютере</translation>
    </message>
    <message>
        <source>This workspace is on this computer alone.</source>
        <translation>Это рабочее пространство есть только на этом компьютере.</translation>
    </message>
    <message>
        <source>Synced %1</source>
        <translation>Сверено в %1</translation>
    </message>
    <message>
        <source>Everything made here is on the server, too.</source>
        <translation>Всё, что сделано здесь, есть и на сервере.</translation>
    </message>
    <message numerus="yes">
        <source>%n to send</source>
        <translation>
            <numerusform>%n к отправке</numerusform>
            <numerusform>%n к отправке</numerusform>
            <numerusform>%n к отправке</numerusform>
        </translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>Соединение…</translation>
    </message>
    <message>
        <source>Asking the server what is new.</source>
        <translation>Спрашиваем у сервера, что нового.</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) on their way.</source>
        <translation>
            <numerusform>%n изменение в пути.</numerusform>
            <numerusform>%n изменения в пути.</numerusform>
            <numerusform>%n изменений в пути.</numerusform>
        </translation>
    </message>
    <message>
        <source>Offline since %1</source>
        <translation>Без связи с %1</translation>
    </message>
    <message>
        <source>The server does not answer. Everything works on; changes go there when it does.</source>
        <translation>Сервер не отвечает. Работать можно дальше: изменения уйдут, когда он ответит.</translation>
    </message>
    <message numerus="yes">
        <source>%n conflict(s)</source>
        <translation>
            <numerusform>%n конфликт</numerusform>
            <numerusform>%n конфликта</numerusform>
            <numerusform>%n конфликтов</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n agent(s) were changed in two places and wait for a decision.</source>
        <translation>
            <numerusform>%n агент изменён в двух местах и ждёт решения.</numerusform>
            <numerusform>%n агента изменены в двух местах и ждут решения.</numerusform>
            <numerusform>%n агентов изменены в двух местах и ждут решения.</numerusform>
        </translation>
    </message>
    <message>
        <source>Sign in again</source>
        <translation>Войдите снова</translation>
    </message>
    <message>
        <source>You are signed out, or the server has ended your session.</source>
        <translation>Вы вышли, или сервер завершил ваш сеанс.</translation>
    </message>
    <message>
        <source>Certificate refused</source>
        <translation>Сертификат не принят</translation>
    </message>
    <message>
        <source>Not synced</source>
        <translation>Не сверено</translation>
    </message>
</context>
<context>
    <name>vox::TeamPage</name>
    <message>
        <source>Keep</source>
        <translation>Оставить</translation>
    </message>
    <message>
        <source>%1 What you see may be old.</source>
        <translation>%1 Показанное могло устареть.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Повторить</translation>
    </message>
    <message>
        <source>This workspace is on this computer alone. People work together through a team&apos;s server.</source>
        <translation>Это рабочее пространство есть только на этом компьютере. Вместе работают через сервер команды.</translation>
    </message>
    <message>
        <source>Join a server</source>
        <translation>Присоединиться к серверу</translation>
    </message>
    <message>
        <source>Your role may not look at this. An owner of the workspace can change that.</source>
        <translation>Ваша роль не позволяет это смотреть. Изменить её может владелец рабочего пространства.</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Копировать</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Готово</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Скопировано</translation>
    </message>
</context>
<context>
    <name>vox::TextDiffView</name>
    <message>
        <source>Changes as text</source>
        <translation>Изменения текстом</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) are the same</source>
        <translation>
            <numerusform>%n строка одинакова</numerusform>
            <numerusform>%n строки одинаковы</numerusform>
            <numerusform>%n строк одинаковы</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vox::TodayFigures</name>
    <message>
        <source>Conversations</source>
        <translation>Разговоры</translation>
    </message>
    <message>
        <source>Delay p95</source>
        <translation>Задержка p95</translation>
    </message>
    <message>
        <source>Completed by the agent</source>
        <translation>Завершены агентом</translation>
    </message>
    <message>
        <source>Conversations by hour</source>
        <translation>Разговоры по часам</translation>
    </message>
    <message>
        <source>grey: mean of the last 7 days</source>
        <translation>серым: среднее за 7 дней</translation>
    </message>
    <message>
        <source>Nobody has called in the last 7 days.</source>
        <translation>За последние 7 дней никто не звонил.</translation>
    </message>
    <message>
        <source>How they ended</source>
        <translation>Чем закончились</translation>
    </message>
    <message>
        <source>Today by %1</source>
        <translation>Сегодня к %1</translation>
    </message>
    <message>
        <source>usually %1</source>
        <translation>обычно %1</translation>
    </message>
    <message>
        <source>goal %1</source>
        <translation>цель %1</translation>
    </message>
    <message>
        <source>ms</source>
        <translation>мс</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 из %2</translation>
    </message>
</context>
<context>
    <name>vox::TodayScreen</name>
    <message>
        <source>yesterday</source>
        <translation>вчера</translation>
    </message>
    <message>
        <source>Call an agent</source>
        <translation>Позвонить агенту</translation>
    </message>
    <message>
        <source>Figures of the day</source>
        <translation>Показатели дня</translation>
    </message>
    <message>
        <source>Call the agent you worked on last (F9)</source>
        <translation>Позвонить агенту, с которым вы работали (F9)</translation>
    </message>
    <message>
        <source>Waits for me</source>
        <translation>Ждут меня</translation>
    </message>
    <message>
        <source>newest first</source>
        <translation>сначала новое</translation>
    </message>
    <message>
        <source>Nothing waits for you. Call an agent and hear how it does.</source>
        <translation>Ничего не ждёт. Позвоните агенту и послушайте, как он справляется.</translation>
    </message>
    <message>
        <source>There is no agent yet. Make the first one from a template.</source>
        <translation>Агентов пока нет. Создайте первого из шаблона.</translation>
    </message>
    <message>
        <source>Open the agents</source>
        <translation>К агентам</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Открыть</translation>
    </message>
    <message>
        <source>“%1” cannot be called</source>
        <translation>«%1»: позвонить нельзя</translation>
    </message>
    <message numerus="yes">
        <source>%n problem(s) in its graph</source>
        <translation>
            <numerusform>%n проблема в графе</numerusform>
            <numerusform>%n проблемы в графе</numerusform>
            <numerusform>%n проблем в графе</numerusform>
        </translation>
    </message>
    <message>
        <source>Put right</source>
        <translation>Исправить</translation>
    </message>
    <message>
        <source>Conflicting edits: “%1”</source>
        <translation>Конфликт правок: «%1»</translation>
    </message>
    <message>
        <source>It was changed in two places</source>
        <translation>Изменён в двух местах</translation>
    </message>
    <message>
        <source>A conversation failed: “%1”</source>
        <translation>Разговор с ошибкой: «%1»</translation>
    </message>
    <message numerus="yes">
        <source>%n error(s) on its time axis</source>
        <translation>
            <numerusform>%n ошибка на оси времени</numerusform>
            <numerusform>%n ошибки на оси времени</numerusform>
            <numerusform>%n ошибок на оси времени</numerusform>
        </translation>
    </message>
    <message>
        <source>It ended before its end</source>
        <translation>Закончился раньше времени</translation>
    </message>
    <message>
        <source>A conversation was cut off: “%1”</source>
        <translation>Разговор оборван: «%1»</translation>
    </message>
    <message>
        <source>The program ended while it went on; what was heard is kept</source>
        <translation>Программа закрылась посреди разговора; услышанное сохранено</translation>
    </message>
    <message>
        <source>Going on</source>
        <translation>Сейчас</translation>
    </message>
    <message>
        <source>You type to it</source>
        <translation>Вы пишете</translation>
    </message>
    <message>
        <source>You talk to it</source>
        <translation>Вы говорите</translation>
    </message>
    <message>
        <source>To the bench</source>
        <translation>На стенд</translation>
    </message>
    <message>
        <source>Go on with</source>
        <translation>Продолжить</translation>
    </message>
    <message>
        <source>Conversation with “%1”: %2</source>
        <translation>Разговор с «%1»: %2</translation>
    </message>
    <message numerus="yes">
        <source>%n node(s)</source>
        <translation>
            <numerusform>%n узел</numerusform>
            <numerusform>%n узла</numerusform>
            <numerusform>%n узлов</numerusform>
        </translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Сегодня</translation>
    </message>
    <message>
        <source>Put together</source>
        <translation>Объединить</translation>
    </message>
</context>
<context>
    <name>vox::ToolCard</name>
    <message>
        <source>no answer</source>
        <translation>нет ответа</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 мс</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>Запрос</translation>
    </message>
    <message>
        <source>Response</source>
        <translation>Ответ</translation>
    </message>
    <message numerus="yes">
        <source>%n bytes</source>
        <translation>
            <numerusform>%n байт</numerusform>
            <numerusform>%n байта</numerusform>
            <numerusform>%n байт</numerusform>
        </translation>
    </message>
    <message>
        <source>Receipt %1, will not run twice</source>
        <translation>Квитанция %1, дважды не выполнится</translation>
    </message>
</context>
<context>
    <name>vox::ToolTryForm</name>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>Where tools may send requests…</source>
        <translation>Куда инструментам можно…</translation>
    </message>
    <message>
        <source>Try it</source>
        <translation>Попробовать</translation>
    </message>
    <message>
        <source>Sends the real request with these values, under the same rules as a call.</source>
        <translation>Отправляет настоящий запрос с этими значениями, по тем же правилам, что и в звонке.</translation>
    </message>
    <message>
        <source>Tool to try</source>
        <translation>Какой инструмент попробовать</translation>
    </message>
    <message>
        <source>Try</source>
        <translation>Попробовать</translation>
    </message>
    <message>
        <source>Send it</source>
        <translation>Отправить</translation>
    </message>
    <message>
        <source>Copy the answer</source>
        <translation>Скопировать ответ</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Ответ</translation>
    </message>
    <message>
        <source>Do not send</source>
        <translation>Не отправлять</translation>
    </message>
    <message>
        <source>This may change something there, for real: %1</source>
        <translation>Это может по-настоящему что-то изменить: %1</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 с</translation>
    </message>
    <message>
        <source>A call goes on by “Done”.</source>
        <translation>Звонок пойдёт дальше по исходу «Готово».</translation>
    </message>
    <message>
        <source>A call goes on by “Failed”.</source>
        <translation>Звонок пойдёт дальше по исходу «Ошибка».</translation>
    </message>
    <message>
        <source>The server wants another key: look at the headers and the secret.</source>
        <translation>Сервер не принял ключ: проверьте заголовки и секрет.</translation>
    </message>
    <message>
        <source>Nothing is at this address: look at the path and the values.</source>
        <translation>По этому адресу ничего нет: проверьте путь и значения.</translation>
    </message>
    <message>
        <source>The server gets too many requests: wait and try again.</source>
        <translation>Слишком много запросов: подождите и попробуйте снова.</translation>
    </message>
    <message>
        <source>The server itself failed: its answer may say why.</source>
        <translation>Ошибка на самом сервере: причина может быть в его ответе.</translation>
    </message>
    <message>
        <source>The server sends elsewhere: use the new address.</source>
        <translation>Сервер отправляет по другому адресу: укажите его.</translation>
    </message>
    <message>
        <source>The server did not take the request: its answer may say why.</source>
        <translation>Сервер не принял запрос: причина может быть в его ответе.</translation>
    </message>
    <message>
        <source>first byte %1 ms, all %2 ms</source>
        <translation>первый байт %1 мс, всего %2 мс</translation>
    </message>
    <message>
        <source>%1 stays as it is: the answer has no “%2”.</source>
        <translation>%1 останется как есть: в ответе нет «%2».</translation>
    </message>
</context>
<context>
    <name>vox::TranscriptView</name>
    <message>
        <source>%1 ms</source>
        <translation>%1 мс</translation>
    </message>
    <message>
        <source>Transcript</source>
        <translation>Расшифровка</translation>
    </message>
</context>
<context>
    <name>vox::TroubleBar</name>
    <message>
        <source>Copy</source>
        <translation>Копировать</translation>
    </message>
</context>
<context>
    <name>vox::TryItBox</name>
    <message>
        <source>Try it: what would a caller say?</source>
        <translation>Проверьте: что сказал бы клиент?</translation>
    </message>
    <message>
        <source>A sentence to understand</source>
        <translation>Фраза для понимания</translation>
    </message>
    <message>
        <source>learning…</source>
        <translation>учится…</translation>
    </message>
</context>
<context>
    <name>vox::TurnsPanel</name>
    <message>
        <source>Answers</source>
        <translation>Ответы</translation>
    </message>
    <message>
        <source>goal %1 ms</source>
        <translation>цель %1 мс</translation>
    </message>
    <message>
        <source>From silence to sound</source>
        <translation>От тишины до звука</translation>
    </message>
    <message>
        <source>No answer of this conversation followed the caller&apos;s voice.</source>
        <translation>В этом разговоре ни один ответ не следовал за голосом клиента.</translation>
    </message>
    <message>
        <source>Turn %1, from silence to sound</source>
        <translation>Реплика %1: от тишины до звука</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 мс</translation>
    </message>
</context>
<context>
    <name>vox::VariablesPanel</name>
    <message>
        <source>Variables</source>
        <translation>Переменные</translation>
    </message>
    <message>
        <source>turn %1</source>
        <translation>реплика %1</translation>
    </message>
    <message>
        <source>start</source>
        <translation>начало</translation>
    </message>
</context>
<context>
    <name>vox::VersionWords</name>
    <message>
        <source>Mine</source>
        <translation>Моё</translation>
    </message>
    <message>
        <source>Theirs</source>
        <translation>Чужое</translation>
    </message>
    <message>
        <source>Take everything of mine</source>
        <translation>Взять всё моё</translation>
    </message>
    <message>
        <source>Take everything of theirs</source>
        <translation>Взять всё чужое</translation>
    </message>
    <message>
        <source>Take everything of this version: %1</source>
        <translation>Взять всё из этой версии: %1</translation>
    </message>
    <message>
        <source>Use mine</source>
        <translation>Моё</translation>
    </message>
    <message>
        <source>Use theirs</source>
        <translation>Чужое</translation>
    </message>
</context>
<context>
    <name>vox::VersionsModel</name>
    <message>
        <source>What stands now</source>
        <translation>То, что сейчас</translation>
    </message>
    <message>
        <source>Saved automatically</source>
        <translation>Сохранено само</translation>
    </message>
    <message>
        <source>Version %1</source>
        <translation>Версия %1</translation>
    </message>
    <message>
        <source>Deleted</source>
        <translation>Удалён</translation>
    </message>
    <message numerus="yes">
        <source>%n save(s) in between</source>
        <translation>
            <numerusform>между ними %n правка</numerusform>
            <numerusform>между ними %n правки</numerusform>
            <numerusform>между ними %n правок</numerusform>
        </translation>
    </message>
    <message>
        <source>live</source>
        <translation>в работе</translation>
    </message>
    <message>
        <source>staging</source>
        <translation>на проверке</translation>
    </message>
</context>
<context>
    <name>vox::When</name>
    <message>
        <source>today %1</source>
        <translation>сегодня %1</translation>
    </message>
    <message>
        <source>yesterday %1</source>
        <translation>вчера %1</translation>
    </message>
    <message>
        <source>tomorrow %1</source>
        <translation>завтра %1</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Вы</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>Слияние</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Импорт</translation>
    </message>
    <message>
        <source>Demo</source>
        <translation>Демо</translation>
    </message>
</context>
<context>
    <name>vox::WordsInWriting</name>
    <message>
        <source>Say it in writing, as the caller</source>
        <translation>Написать за клиента</translation>
    </message>
    <message>
        <source>Say it in writing</source>
        <translation>Написать вместо голоса</translation>
    </message>
    <message>
        <source>Phrases</source>
        <translation>Фразы</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Клавиши</translation>
    </message>
    <message>
        <source>Keys of a telephone (DTMF)</source>
        <translation>Клавиши телефона (DTMF)</translation>
    </message>
    <message>
        <source>Call an agent first.</source>
        <translation>Сначала позвоните агенту.</translation>
    </message>
    <message>
        <source>This agent has no example phrases.</source>
        <translation>У этого агента нет примеров фраз.</translation>
    </message>
    <message>
        <source>Key %1</source>
        <translation>Клавиша %1</translation>
    </message>
</context>
<context>
    <name>vox::WorkspacePage</name>
    <message>
        <source>You are in “%1”.</source>
        <translation>Вы в «%1».</translation>
    </message>
    <message>
        <source>Your own workspace stays as it is.</source>
        <translation>Ваше собственное рабочее пространство остаётся как есть.</translation>
    </message>
    <message>
        <source>You are signed in again.</source>
        <translation>Вы снова вошли.</translation>
    </message>
    <message numerus="yes">
        <source>%n agent(s) were copied into “%1”.</source>
        <translation>
            <numerusform>В «%1» скопирован %n агент.</numerusform>
            <numerusform>В «%1» скопированы %n агента.</numerusform>
            <numerusform>В «%1» скопировано %n агентов.</numerusform>
        </translation>
    </message>
    <message>
        <source>Yours stay here, too.</source>
        <translation>Ваши остаются и здесь.</translation>
    </message>
    <message>
        <source>Your password is changed.</source>
        <translation>Пароль изменён.</translation>
    </message>
    <message>
        <source>Where you were signed in elsewhere, you sign in with the new one.</source>
        <translation>В других местах войдите с новым паролем.</translation>
    </message>
</context>
<context>
    <name>vox::ZoomControl</name>
    <message>
        <source>Zoom out (Ctrl+−)</source>
        <translation>Мельче (Ctrl+−)</translation>
    </message>
    <message>
        <source>Zoom to 100 % (Ctrl+0)</source>
        <translation>Масштаб 100 % (Ctrl+0)</translation>
    </message>
    <message>
        <source>Zoom in (Ctrl++)</source>
        <translation>Крупнее (Ctrl++)</translation>
    </message>
    <message>
        <source>Show the whole graph (Shift+1)</source>
        <translation>Показать весь граф (Shift+1)</translation>
    </message>
    <message>
        <source>%1 %</source>
        <comment>percent</comment>
        <translation>%1 %</translation>
    </message>
</context>
<context>
    <name>vox::kit::Bars</name>
    <message>
        <source>usually %1</source>
        <translation>обычно %1</translation>
    </message>
    <message>
        <source>Chart</source>
        <translation>График</translation>
    </message>
</context>
<context>
    <name>vox::kit::ChoiceEditor</name>
    <message>
        <source>Choose…</source>
        <translation>Выбрать…</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Нет</translation>
    </message>
    <message>
        <source>Not set</source>
        <translation>Не задано</translation>
    </message>
</context>
<context>
    <name>vox::kit::CommandPalette</name>
    <message>
        <source>Search or run a command</source>
        <translation>Найти или выполнить команду</translation>
    </message>
    <message>
        <source>Command palette</source>
        <translation>Поиск команд</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
</context>
<context>
    <name>vox::kit::FieldForm</name>
    <message>
        <source>More settings</source>
        <translation>Ещё настройки</translation>
    </message>
</context>
<context>
    <name>vox::kit::JsonEditor</name>
    <message>
        <source>Not JSON at character %1.</source>
        <translation>Не JSON: знак %1.</translation>
    </message>
</context>
<context>
    <name>vox::kit::Lanes</name>
    <message>
        <source>Caller</source>
        <translation>Клиент</translation>
    </message>
    <message>
        <source>Agent</source>
        <translation>Агент</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 мс</translation>
    </message>
    <message>
        <source>Sound of caller and agent</source>
        <translation>Звук клиента и агента</translation>
    </message>
</context>
<context>
    <name>vox::kit::LevelMeter</name>
    <message>
        <source>Level</source>
        <translation>Уровень</translation>
    </message>
    <message>
        <source>%1 dB</source>
        <translation>%1 дБ</translation>
    </message>
</context>
<context>
    <name>vox::kit::LocalizedEditor</name>
    <message>
        <source>Language</source>
        <translation>Язык</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Выбрать…</translation>
    </message>
    <message>
        <source>Nothing for this language</source>
        <translation>Для этого языка ничего нет</translation>
    </message>
</context>
<context>
    <name>vox::kit::MoneyEditor</name>
    <message>
        <source>Currency</source>
        <translation>Валюта</translation>
    </message>
    <message>
        <source>Type an amount like 12.50 and a currency like EUR.</source>
        <translation>Введите сумму, например 12,50, и валюту, например RUB.</translation>
    </message>
</context>
<context>
    <name>vox::kit::NumberEditor</name>
    <message>
        <source>Type a whole number.</source>
        <translation>Введите целое число.</translation>
    </message>
    <message>
        <source>Type a number.</source>
        <translation>Введите число.</translation>
    </message>
</context>
<context>
    <name>vox::kit::ObjectListEditor</name>
    <message>
        <source>Add</source>
        <translation>Добавить</translation>
    </message>
    <message>
        <source>Add: %1</source>
        <translation>Добавить: %1</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>Выше</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>Ниже</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Убрать</translation>
    </message>
</context>
<context>
    <name>vox::kit::PageHeader</name>
    <message>
        <source>Back</source>
        <translation>Назад</translation>
    </message>
</context>
<context>
    <name>vox::kit::PaletteList</name>
    <message>
        <source>Nothing found. Try fewer letters.</source>
        <translation>Ничего не найдено. Наберите меньше букв.</translation>
    </message>
    <message>
        <source>Matches</source>
        <translation>Найденное</translation>
    </message>
</context>
<context>
    <name>vox::kit::Progress</name>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>about %1 s left</source>
        <translation>осталось около %1 с</translation>
    </message>
    <message>
        <source>about %1 min left</source>
        <translation>осталось около %1 мин</translation>
    </message>
    <message>
        <source>about %1 h left</source>
        <translation>осталось около %1 ч</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>vox::kit::Rail</name>
    <message>
        <source>Navigation</source>
        <translation>Разделы</translation>
    </message>
</context>
<context>
    <name>vox::kit::Ruler</name>
    <message>
        <source>Time</source>
        <translation>Время</translation>
    </message>
</context>
<context>
    <name>vox::kit::SpanTracks</name>
    <message>
        <source>Steps</source>
        <translation>Шаги</translation>
    </message>
</context>
<context>
    <name>vox::kit::Spark</name>
    <message>
        <source>no data</source>
        <translation>нет данных</translation>
    </message>
    <message>
        <source>from %1 to %2</source>
        <translation>от %1 до %2</translation>
    </message>
    <message>
        <source>Trend</source>
        <translation>Ход</translation>
    </message>
</context>
<context>
    <name>vox::kit::StackedBar</name>
    <message>
        <source>%1 ms</source>
        <translation>%1 мс</translation>
    </message>
    <message>
        <source>Delay</source>
        <translation>Задержка</translation>
    </message>
</context>
<context>
    <name>vox::kit::StatusBar</name>
    <message>
        <source>Status</source>
        <translation>Состояние</translation>
    </message>
</context>
<context>
    <name>vox::kit::ToastCard</name>
    <message>
        <source>Dismiss</source>
        <translation>Закрыть</translation>
    </message>
</context>
<context>
    <name>vox::kit::Toasts</name>
    <message>
        <source>Messages</source>
        <translation>Сообщения</translation>
    </message>
</context>
<context>
    <name>vox::kit::TopBar</name>
    <message>
        <source>Person</source>
        <translation>Человек</translation>
    </message>
    <message>
        <source>Search or run a command</source>
        <translation>Найти или выполнить команду</translation>
    </message>
    <message>
        <source>Assistant</source>
        <translation>Помощник</translation>
    </message>
</context>
<context>
    <name>vox::kit::Waterfall</name>
    <message>
        <source>From silence to sound</source>
        <translation>От тишины до звука</translation>
    </message>
</context>
<context>
    <name>vox::kit::WordsTrack</name>
    <message>
        <source>Words</source>
        <translation>Слова</translation>
    </message>
</context>
<context>
    <name>voxctl</name>
    <message>
        <source>%1  %2  nodes: %3, errors: %4, warnings: %5  %6</source>
        <translation>%1  %2  узлов: %3, ошибок: %4, предупреждений: %5  %6</translation>
    </message>
    <message>
        <source>Languages: %1</source>
        <translation>Языки: %1</translation>
    </message>
    <message>
        <source>Intents: %1, variables: %2</source>
        <translation>Намерений: %1, переменных: %2</translation>
    </message>
    <message>
        <source>Flow: %1 nodes, %2 edges</source>
        <translation>Сценарий: узлов %1, связей %2</translation>
    </message>
    <message>
        <source>No problems.</source>
        <translation>Замечаний нет.</translation>
    </message>
    <message>
        <source>nothing was imported.</source>
        <translation>ничего не загружено.</translation>
    </message>
    <message>
        <source>Lists, shows, checks, imports and exports agents.</source>
        <translation>Перечисляет, показывает, проверяет, загружает и выгружает агентов.</translation>
    </message>
    <message>
        <source>Prints JSON (list, show).</source>
        <translation>Печатает JSON (list, show).</translation>
    </message>
    <message>
        <source>“agents %1” needs a name or a file.</source>
        <translation>Для «agents %1» нужно имя или файл.</translation>
    </message>
    <message>
        <source>“agents %1” makes no sense.</source>
        <translation>Команда «agents %1» не имеет смысла.</translation>
    </message>
    <message>
        <source>Machine: %1, %2 cores, load %3</source>
        <translation>Машина: %1, ядер: %2, загрузка %3</translation>
    </message>
    <message>
        <source>Caller stops to agent audible, ms, real time, %1 recorded utterances</source>
        <translation>От конца речи клиента до речи агента, мс, в реальном времени, записанных фраз: %1</translation>
    </message>
    <message>
        <source>  by the log            %1</source>
        <translation>  по журналу            %1</translation>
    </message>
    <message>
        <source>  by the recording      %1</source>
        <translation>  по записи             %1</translation>
    </message>
    <message>
        <source>  log against recording %1</source>
        <translation>  журнал против записи  %1</translation>
    </message>
    <message>
        <source>  own share (decision)  %1, p99 %2</source>
        <translation>  наша доля (решение)   %1, p99 %2</translation>
    </message>
    <message>
        <source>  utterances heard as two or more: %1 of %2</source>
        <translation>  фраз, услышанных как две и более: %1 из %2</translation>
    </message>
    <message>
        <source>Barge-in, first caller sample to agent silent, ms</source>
        <translation>Перебивание: от первого звука клиента до тишины агента, мс</translation>
    </message>
    <message>
        <source>Measures this machine with recorded callers against the local English stack, in real time.</source>
        <translation>Измеряет эту машину: записанные клиенты, местные английские модели, реальное время.</translation>
    </message>
    <message>
        <source>A folder with recorded utterances.</source>
        <translation>Папка с записанными фразами.</translation>
    </message>
    <message>
        <source>How often each utterance is said.</source>
        <translation>Сколько раз произносится каждая фраза.</translation>
    </message>
    <message>
        <source>There is no bench “%1”.</source>
        <translation>Нет измерения «%1».</translation>
    </message>
    <message>
        <source>turn</source>
        <translation>ход</translation>
    </message>
    <message>
        <source>total</source>
        <translation>всего</translation>
    </message>
    <message>
        <source>No answer to a spoken utterance, so no delay to show.</source>
        <translation>На речь не было ответа, поэтому задержки нет.</translation>
    </message>
    <message>
        <source>Caller stops to agent audible, ms: p50 %1, p95 %2</source>
        <translation>От конца речи клиента до речи агента, мс: p50 %1, p95 %2</translation>
    </message>
    <message>
        <source>Shows this text.</source>
        <translation>Показывает этот текст.</translation>
    </message>
    <message>
        <source>The workspace folder (default: the console&apos;s).</source>
        <translation>Папка рабочего пространства (по умолчанию — как у консоли).</translation>
    </message>
    <message>
        <source>Something is missing: voxctl %1.</source>
        <translation>Чего-то не хватает: voxctl %1.</translation>
    </message>
    <message>
        <source>“%1” was not expected.</source>
        <translation>«%1» здесь лишнее.</translation>
    </message>
    <message>
        <source>Usage: voxctl %1</source>
        <translation>Использование: voxctl %1</translation>
    </message>
    <message>
        <source>a demo workspace was made in %1</source>
        <translation>создано демонстрационное рабочее пространство в %1</translation>
    </message>
    <message>
        <source>error</source>
        <translation>ошибка</translation>
    </message>
    <message>
        <source>warning</source>
        <translation>предупреждение</translation>
    </message>
    <message>
        <source>Outcome: %1</source>
        <translation>Итог: %1</translation>
    </message>
    <message>
        <source>Recording: %1</source>
        <translation>Запись: %1</translation>
    </message>
    <message>
        <source>Lists, shows and exports past conversations.</source>
        <translation>Перечисляет, показывает и выгружает прошедшие разговоры.</translation>
    </message>
    <message>
        <source>Only conversations with these words.</source>
        <translation>Только разговоры с этими словами.</translation>
    </message>
    <message>
        <source>At most so many (list).</source>
        <translation>Не больше стольких (list).</translation>
    </message>
    <message>
        <source>“conversations %1” makes no sense.</source>
        <translation>Команда «conversations %1» не имеет смысла.</translation>
    </message>
    <message>
        <source>%1 (%2), in real time:</source>
        <translation>%1 (%2), в реальном времени:</translation>
    </message>
    <message>
        <source>Outcome: %1. Look at it again: voxctl conversations show %2</source>
        <translation>Итог: %1. Посмотреть ещё раз: voxctl conversations show %2</translation>
    </message>
    <message>
        <source>The demo callers talk to the demo agents, in real time, without a sound device.</source>
        <translation>Демонстрационные клиенты говорят с демонстрационными агентами, в реальном времени, без звукового устройства.</translation>
    </message>
    <message>
        <source>Talks to an agent with a recorded or a written caller.</source>
        <translation>Говорит с агентом голосом из записи или текстом.</translation>
    </message>
    <message>
        <source>Runs talks: written conversations that must go as they stand.</source>
        <translation>Выполняет сценарии разговоров: всё должно пройти так, как написано.</translation>
    </message>
    <message>
        <source>The demo callers talk to the demo agents, aloud to a recording.</source>
        <translation>Демонстрационные клиенты говорят с демонстрационными агентами; разговор записывается.</translation>
    </message>
    <message>
        <source>Measures this machine: delay of answers, barge-in.</source>
        <translation>Измеряет эту машину: задержку ответов, перебивание.</translation>
    </message>
    <message>
        <source>Usage: voxctl [--language en|ru] COMMAND [arguments]</source>
        <translation>Использование: voxctl [--language en|ru] КОМАНДА [аргументы]</translation>
    </message>
    <message>
        <source>Commands:</source>
        <translation>Команды:</translation>
    </message>
    <message>
        <source>voxctl COMMAND --help tells more. Exit status: 0 good, 1 the conversation or check failed, 2 usage.</source>
        <translation>Подробнее: voxctl КОМАНДА --help. Код завершения: 0 — хорошо, 1 — разговор или проверка не удались, 2 — неверный вызов.</translation>
    </message>
    <message>
        <source>The language is that of --language before the command, of VOXDESK_LANGUAGE, or the terminal&apos;s.</source>
        <translation>Язык задаёт --language перед командой, затем VOXDESK_LANGUAGE, затем терминал.</translation>
    </message>
    <message>
        <source>--language is en or ru.</source>
        <translation>--language — это en или ru.</translation>
    </message>
    <message>
        <source>There is no command “%1”.</source>
        <translation>Нет команды «%1».</translation>
    </message>
    <message>
        <source>More than one agent is named “%1”: use the id that voxctl agents list shows.</source>
        <translation>Агентов с именем «%1» несколько: укажите идентификатор из voxctl agents list.</translation>
    </message>
    <message>
        <source>Runs talks (.talk files, or folders of them) on a virtual clock.</source>
        <translation>Выполняет сценарии (файлы .talk или папки с ними) на виртуальных часах.</translation>
    </message>
    <message>
        <source>Rewrites the agent&apos;s lines as they now happen.</source>
        <translation>Переписывает реплики агента так, как они звучат сейчас.</translation>
    </message>
    <message>
        <source>Prints what happened in every talk, not only in those that failed.</source>
        <translation>Печатает ход каждого разговора, а не только неудачных.</translation>
    </message>
    <message>
        <source>How many run at a time (default: one a core).</source>
        <translation>Сколько выполняется одновременно (по умолчанию — по одному на ядро).</translation>
    </message>
    <message>
        <source>Writes the results as JUnit XML.</source>
        <translation>Записывает результаты в JUnit XML.</translation>
    </message>
    <message>
        <source>“%1” is not known: voxctl suite run PATH…</source>
        <translation>«%1» неизвестно: voxctl suite run ПУТЬ…</translation>
    </message>
    <message>
        <source>--jobs takes a number from 1.</source>
        <translation>--jobs — число от 1.</translation>
    </message>
    <message>
        <source>line %1:</source>
        <translation>строка %1:</translation>
    </message>
    <message>
        <source>not expected: %1</source>
        <translation>не ожидалось: %1</translation>
    </message>
    <message>
        <source>expected, did not happen: %1</source>
        <translation>ожидалось, но не произошло: %1</translation>
    </message>
    <message>
        <source>expected  %1</source>
        <translation>ожидалось %1</translation>
    </message>
    <message>
        <source>found     %1</source>
        <translation>было      %1</translation>
    </message>
    <message>
        <source>%1: %2 s of conversation, %3 × real time on one core</source>
        <translation>%1: %2 с разговора, в %3 раз быстрее реального времени на одном ядре</translation>
    </message>
    <message>
        <source>%1 %2  (%3 s in %4 ms)</source>
        <translation>%1 %2  (%3 с за %4 мс)</translation>
    </message>
    <message>
        <source>what happened:</source>
        <translation>что произошло:</translation>
    </message>
    <message>
        <source>With audio through voice activity</source>
        <translation>Со звуком и определением речи</translation>
    </message>
    <message>
        <source>In text</source>
        <translation>Текстом</translation>
    </message>
    <message>
        <source>The agent to talk to, by name or id.</source>
        <translation>С каким агентом говорить: имя или идентификатор.</translation>
    </message>
    <message>
        <source>The language to begin in (default: the agent&apos;s first).</source>
        <translation>На каком языке начать (по умолчанию — первый язык агента).</translation>
    </message>
    <message>
        <source>The caller&apos;s voice: a WAV or Opus file of any rate and channel count; starts at 0.</source>
        <translation>Голос клиента: файл WAV или Opus с любой частотой и числом каналов; начинается с 0.</translation>
    </message>
    <message>
        <source>The caller&apos;s voice from the default microphone, the agent on the default loudspeaker; ends with the call.</source>
        <translation>Голос клиента — с микрофона по умолчанию, агент — в динамике по умолчанию; до конца звонка.</translation>
    </message>
    <message>
        <source>With --devices: the microphone does not hear the loudspeaker, so no echo is taken out.</source>
        <translation>Вместе с --devices: микрофон не слышит динамик, поэтому эхо не убирается.</translation>
    </message>
    <message>
        <source>The caller&apos;s words instead, one utterance a line; - reads standard input.</source>
        <translation>Вместо голоса — слова клиента, по фразе в строке; «-» читает стандартный ввод.</translation>
    </message>
    <message>
        <source>Writes the recording: stereo, caller left, agent right.</source>
        <translation>Записывает звук: стерео, клиент слева, агент справа.</translation>
    </message>
    <message>
        <source>Writes every event as one JSON object a line.</source>
        <translation>Записывает каждое событие объектом JSON в отдельной строке.</translation>
    </message>
    <message>
        <source>Prints the call as JSON instead of text.</source>
        <translation>Печатает звонок в JSON вместо текста.</translation>
    </message>
    <message>
        <source>max: on the virtual clock, as fast as the machine can.</source>
        <translation>max: на виртуальных часах, так быстро, как может машина.</translation>
    </message>
    <message>
        <source>Equal seeds give equal calls on the virtual clock.</source>
        <translation>При равных зёрнах звонки на виртуальных часах одинаковы.</translation>
    </message>
    <message>
        <source>Keeps nothing in the workspace.</source>
        <translation>Ничего не сохраняет в рабочем пространстве.</translation>
    </message>
    <message>
        <source>Give the caller&apos;s side: one of --in WAV, --text FILE and --devices.</source>
        <translation>Укажите сторону клиента: --in WAV, --text ФАЙЛ или --devices.</translation>
    </message>
    <message>
        <source>--headset goes with --devices.</source>
        <translation>--headset действует только вместе с --devices.</translation>
    </message>
    <message>
        <source>Devices run in real time only.</source>
        <translation>Устройства работают только в реальном времени.</translation>
    </message>
    <message>
        <source>--out needs the recording that --no-store leaves out.</source>
        <translation>Для --out нужна запись, которую отключает --no-store.</translation>
    </message>
    <message>
        <source>--speed is realtime or max.</source>
        <translation>--speed — это realtime или max.</translation>
    </message>
    <message>
        <source>--seed is a number.</source>
        <translation>--seed — это число.</translation>
    </message>
    <message>
        <source>Talks to an agent: the same host as the console&apos;s, with a recorded or a written caller.</source>
        <translation>Говорит с агентом так же, как консоль: клиент — запись или текст.</translation>
    </message>
    <message>
        <source>%1 passed, %2 failed</source>
        <translation>прошло: %1, не прошло: %2</translation>
    </message>
    <message>
        <source>sentences without a pause</source>
        <translation>предложения без паузы</translation>
    </message>
    <message>
        <source>sentences with a pause</source>
        <translation>предложения с паузой</translation>
    </message>
    <message>
        <source>recorded people with a pause</source>
        <translation>записи людей с паузой</translation>
    </message>
    <message>
        <source>dictated telephone numbers</source>
        <translation>продиктованные номера телефонов</translation>
    </message>
    <message>
        <source>dictated e-mail addresses</source>
        <translation>продиктованные адреса почты</translation>
    </message>
    <message>
        <source>Callers who pause for %1 to %2 ms, virtual clock, seed %3; delays without the work of models, ms</source>
        <translation>Звонящие с паузами от %1 до %2 мс, виртуальные часы, зерно %3; задержки без работы моделей, мс</translation>
    </message>
    <message>
        <source>  %1 cut off %2 of %3, of these joined again %4; delay %5</source>
        <translation>  %1 перебито %2 из %3, из них снова соединено %4; задержка %5</translation>
    </message>
    <message>
        <source>all</source>
        <translation>все</translation>
    </message>
    <message>
        <source>Which callers are made up for cut-offs: any number.</source>
        <translation>Каких звонящих придумать для cut-offs: любое число.</translation>
    </message>
    <message>
        <source>How many utterances of each sort for cut-offs.</source>
        <translation>Сколько реплик каждого вида для cut-offs.</translation>
    </message>
    <message>
        <source>Lists, sets and removes the keys of providers on this computer.</source>
        <translation>Показывает, записывает и удаляет ключи поставщиков на этом компьютере.</translation>
    </message>
    <message>
        <source>Nothing was typed.</source>
        <translation>Ничего не введено.</translation>
    </message>
    <message>
        <source>Kept in the system&apos;s keychain.</source>
        <translation>Хранится в системном хранилище паролей.</translation>
    </message>
    <message>
        <source>Kept in an encrypted file whose key lies beside it: this system has no keychain.</source>
        <translation>Хранится в зашифрованном файле, ключ от которого лежит рядом: системного хранилища паролей здесь нет.</translation>
    </message>
    <message>
        <source>Value of %1: </source>
        <translation>Значение %1: </translation>
    </message>
    <message>
        <source>Keys of providers and tools on this computer. A value is asked for, or read from standard input; it is never shown.</source>
        <translation>Ключи поставщиков и инструментов на этом компьютере. Значение запрашивается или читается со стандартного ввода и никогда не показывается.</translation>
    </message>
    <message>
        <source>secrets knows: list, set NAME, remove NAME</source>
        <translation>secrets умеет: list, set ИМЯ, remove ИМЯ</translation>
    </message>
    <message>
        <source>--to is staging or production.</source>
        <translation>--to — это staging или production.</translation>
    </message>
    <message>
        <source>deleted</source>
        <translation>удалён</translation>
    </message>
    <message>
        <source>Published to %1: release %2</source>
        <translation>Опубликовано в %1: выпуск %2</translation>
    </message>
    <message>
        <source>%1 runs release %2 again</source>
        <translation>%1 снова работает на выпуске %2</translation>
    </message>
    <message>
        <source>What runs on %1:</source>
        <translation>Что работает на %1:</translation>
    </message>
    <message>
        <source>Edited since it was published:</source>
        <translation>Изменено после публикации:</translation>
    </message>
    <message>
        <source>Lists, shows, checks, imports, exports and publishes agents; shows and brings back their versions.</source>
        <translation>Перечисляет, показывает, проверяет, импортирует, экспортирует и публикует агентов; показывает и возвращает их версии.</translation>
    </message>
    <message>
        <source>Prints JSON (list, show, drift).</source>
        <translation>Печатает JSON (list, show, drift).</translation>
    </message>
    <message>
        <source>staging or production, on the server one is signed in to.</source>
        <translation>staging или production на сервере, где выполнен вход.</translation>
    </message>
    <message>
        <source>Why (publish, restore).</source>
        <translation>Почему (publish, restore).</translation>
    </message>
    <message>
        <source>Shows what publishing would change and publishes nothing.</source>
        <translation>Показывает, что изменит публикация, и ничего не публикует.</translation>
    </message>
    <message>
        <source>Versions: %1, releases: %2, conversations: %3, recordings: %4</source>
        <translation>Версий: %1, выпусков: %2, разговоров: %3, записей: %4</translation>
    </message>
    <message>
        <source>Fills an empty workspace, or the empty workspace of the server, from a backup, and looks that everything is there.</source>
        <translation>Заполняет из резервной копии пустое рабочее пространство, здесь или на сервере, и проверяет, что всё на месте.</translation>
    </message>
    <message>
        <source>Say where to: --workspace DIR or --server.</source>
        <translation>Укажите куда: --workspace DIR или --server.</translation>
    </message>
    <message>
        <source>Say who you are: --email, or --key.</source>
        <translation>Укажите, кто вы: --email или --key.</translation>
    </message>
    <message>
        <source>API key:</source>
        <translation>Ключ API:</translation>
    </message>
    <message>
        <source>Password:</source>
        <translation>Пароль:</translation>
    </message>
    <message>
        <source>If its administrator confirms this fingerprint, sign in again with --trust %1</source>
        <translation>Если администратор подтвердит этот отпечаток, войдите снова с --trust %1</translation>
    </message>
    <message>
        <source>Signed in to %1 as %2 (%3).</source>
        <translation>Вход в %1 выполнен: %2 (%3).</translation>
    </message>
    <message>
        <source>Signs in to a server and makes a replica of its workspace. The password or key is asked for, or read from standard input.</source>
        <translation>Входит на сервер и создаёт копию его рабочего пространства. Пароль или ключ спрашивается либо читается из стандартного ввода.</translation>
    </message>
    <message>
        <source>Who signs in, or the account an invitation makes.</source>
        <translation>Кто входит, или учётная запись по приглашению.</translation>
    </message>
    <message>
        <source>How a new account is called.</source>
        <translation>Имя новой учётной записи.</translation>
    </message>
    <message>
        <source>Signs in with an API key instead of a password.</source>
        <translation>Вход по ключу API вместо пароля.</translation>
    </message>
    <message>
        <source>Trusts the certificate with this SHA-256 fingerprint.</source>
        <translation>Доверяет сертификату с этим отпечатком SHA-256.</translation>
    </message>
    <message>
        <source>Trusts certificates of this authority (PEM).</source>
        <translation>Доверяет сертификатам этого центра (PEM).</translation>
    </message>
    <message>
        <source>Ends the session at the server. The replica stays readable.</source>
        <translation>Завершает сеанс на сервере. Копия остаётся доступной для чтения.</translation>
    </message>
    <message>
        <source>Signed out.</source>
        <translation>Выход выполнен.</translation>
    </message>
    <message>
        <source>Signs in to a server; the workspace becomes a replica.</source>
        <translation>Входит на сервер; рабочее пространство становится его копией.</translation>
    </message>
    <message>
        <source>Ends the session at the server.</source>
        <translation>Завершает сеанс на сервере.</translation>
    </message>
    <message>
        <source>Exchanges documents and conversations with the server.</source>
        <translation>Обменивается с сервером документами и разговорами.</translation>
    </message>
    <message>
        <source>Asks a server how it is.</source>
        <translation>Спрашивает сервер о его состоянии.</translation>
    </message>
    <message>
        <source>Shows, makes and revokes API keys.</source>
        <translation>Показывает, создаёт и отзывает ключи API.</translation>
    </message>
    <message>
        <source>Writes a workspace into one file.</source>
        <translation>Записывает рабочее пространство в один файл.</translation>
    </message>
    <message>
        <source>Fills an empty workspace or server from a backup.</source>
        <translation>Заполняет пустое рабочее пространство или сервер из резервной копии.</translation>
    </message>
    <message>
        <source>A key needs a name and --scopes, like documents:read,documents:write.</source>
        <translation>Ключу нужны имя и --scopes, например documents:read,documents:write.</translation>
    </message>
    <message>
        <source>This is shown once:</source>
        <translation>Показывается один раз:</translation>
    </message>
    <message>
        <source>Asks a server how it and its parts are.</source>
        <translation>Спрашивает сервер о состоянии его и его частей.</translation>
    </message>
    <message>
        <source>Prints JSON.</source>
        <translation>Печатает JSON.</translation>
    </message>
    <message>
        <source>“server %1” makes no sense.</source>
        <translation>«server %1» не имеет смысла.</translation>
    </message>
    <message>
        <source>Shows, makes and revokes API keys of the server.</source>
        <translation>Показывает, создаёт и отзывает ключи API сервера.</translation>
    </message>
    <message>
        <source>Prints JSON (list).</source>
        <translation>Печатает JSON (list).</translation>
    </message>
    <message>
        <source>What the key may do: names of permissions.</source>
        <translation>Что разрешено ключу: имена разрешений.</translation>
    </message>
    <message>
        <source>How long it is good; without it, until it is revoked.</source>
        <translation>Сколько дней он действует; без этого — пока не отозван.</translation>
    </message>
    <message>
        <source>“keys %1” makes no sense.</source>
        <translation>«keys %1» не имеет смысла.</translation>
    </message>
    <message>
        <source>This workspace has no server.</source>
        <translation>У этого рабочего пространства нет сервера.</translation>
    </message>
    <message>
        <source>Synced.</source>
        <translation>Синхронизировано.</translation>
    </message>
    <message>
        <source>To be sent: %1</source>
        <translation>Предстоит отправить: %1</translation>
    </message>
    <message>
        <source>The server does not answer; to be sent: %1</source>
        <translation>Сервер не отвечает; предстоит отправить: %1</translation>
    </message>
    <message>
        <source>Synced; to be decided by a person: %1</source>
        <translation>Синхронизировано; ждут решения человека: %1</translation>
    </message>
    <message>
        <source>The server refuses; to be sent: %1</source>
        <translation>Сервер отказывает; предстоит отправить: %1</translation>
    </message>
    <message>
        <source>Stays and follows, until it is interrupted.</source>
        <translation>Остаётся и следит, пока не прервут.</translation>
    </message>
    <message>
        <source>%1 conversations, %2 spans sent, %3 rejected.</source>
        <translation>Разговоров: %1, отправлено отрезков: %2, отвергнуто: %3.</translation>
    </message>
    <message>
        <source>Sends traces to the collector of the setting telemetry.otlp (export); without ID all conversations.</source>
        <translation>Отправляет трассы сборщику из настройки telemetry.otlp (export); без ID — всех разговоров.</translation>
    </message>
    <message>
        <source>To this collector instead, e.g. http://localhost:4318.</source>
        <translation>Вместо него — этому сборщику, например http://localhost:4318.</translation>
    </message>
    <message>
        <source>As JSON instead of what the setting says.</source>
        <translation>В виде JSON, что бы ни стояло в настройке.</translation>
    </message>
    <message>
        <source>With what was said; without it no words leave this machine.</source>
        <translation>Вместе со сказанным; без этого слова не покидают эту машину.</translation>
    </message>
    <message>
        <source>Reads and changes settings of the workspace.</source>
        <translation>Читает и меняет настройки рабочей области.</translation>
    </message>
    <message>
        <source>Lists, adds, tries and removes models of speech recognition.</source>
        <translation>Показывает, добавляет, испытывает и удаляет модели распознавания речи.</translation>
    </message>
    <message>
        <source>Added %1: %2 s of work for a second of sound. Agents choose it as recogniser “%1”.</source>
        <translation>Добавлена %1: %2 с работы на секунду звука. Агенты выбирают её как распознаватель «%1».</translation>
    </message>
    <message>
        <source>It works: %1 s of work for a second of sound.</source>
        <translation>Работает: %1 с на секунду звука.</translation>
    </message>
    <message>
        <source>The languages it knows, e.g. ru (import).</source>
        <translation>Языки, которые она знает, например ru (import).</translation>
    </message>
    <message>
        <source>What to call it (import; default: the file&apos;s name).</source>
        <translation>Как её назвать (import; по умолчанию — имя файла).</translation>
    </message>
    <message>
        <source>Its licence, as its maker says (import).</source>
        <translation>Её лицензия, как её называет автор (import).</translation>
    </message>
    <message>
        <source>What the file&apos;s hash must be; with it a download goes on where it was cut off (fetch).</source>
        <translation>Каким должен быть хеш файла; с ним загрузка продолжается с места обрыва (fetch).</translation>
    </message>
    <message>
        <source>“models %1” makes no sense.</source>
        <translation>Команда «models %1» непонятна.</translation>
    </message>
    <message>
        <source>Reads and changes settings of the workspace. Secrets are named, never written.</source>
        <translation>Читает и меняет настройки рабочей области. Секреты называют по имени, но не пишут.</translation>
    </message>
    <message>
        <source>“settings %1” makes no sense.</source>
        <translation>Команда «settings %1» непонятна.</translation>
    </message>
    <message>
        <source>Nothing was edited since it was published.</source>
        <translation>После публикации ничего не меняли.</translation>
    </message>
    <message>
        <source>People: %1</source>
        <translation>Людей: %1</translation>
    </message>
    <message>
        <source>Writes the whole workspace into one file: every version, releases, settings, conversations with their recordings. Passwords, keys and secrets are in no backup.</source>
        <translation>Записывает всё рабочее пространство в один файл: все версии, выпуски, настройки, разговоры с записями. Паролей, ключей и секретов в копии нет.</translation>
    </message>
    <message>
        <source>Of a server&apos;s workspace: exchanges with it first and fetches the recordings it holds.</source>
        <translation>Пространство сервера: сначала обменивается с ним и забирает записи, которые есть у него.</translation>
    </message>
    <message>
        <source>With --server: also who works there, by name, e-mail and role.</source>
        <translation>Вместе с --server: ещё и кто там работает — имя, почта и роль.</translation>
    </message>
    <message>
        <source>--people belongs to --server.</source>
        <translation>--people бывает только вместе с --server.</translation>
    </message>
    <message>
        <source>Into the workspace of the server one is signed in to. One that was interrupted goes on.</source>
        <translation>В пространство сервера, на который выполнен вход. Прерванное восстановление продолжается.</translation>
    </message>
    <message>
        <source>With --server: invites everybody of the backup who is no member, and prints the links.</source>
        <translation>Вместе с --server: приглашает всех из копии, кого ещё нет, и печатает ссылки.</translation>
    </message>
    <message>
        <source>Which sentences made-up callers say: evaluation, or tuning, which the turn taking was made with.</source>
        <translation>Какие фразы говорят придуманные абоненты: evaluation — проверочные, tuning — те, на которых настраивали.</translation>
    </message>
    <message>
        <source>Where turn-ends writes what is known at each pause and end.</source>
        <translation>Куда turn-ends записывает, что известно при каждой паузе и в каждом конце.</translation>
    </message>
    <message>
        <source>%1 ends and pauses written to %2</source>
        <translation>%1 концов и пауз записано в %2</translation>
    </message>
    <message>
        <source>The folder that login printed (default: of the last login).</source>
        <translation>Папка, которую напечатал login (по умолчанию — последнего входа).</translation>
    </message>
    <message>
        <source>The workspace folder (default: the console&apos;s, or of the last login for what asks the server).</source>
        <translation>Папка рабочего пространства (по умолчанию — консоли, а для обращений к серверу — последнего входа).</translation>
    </message>
    <message>
        <source>Where the folder of the team&apos;s workspace is made (default: beside the console&apos;s).</source>
        <translation>Где создать папку рабочего пространства команды (по умолчанию — рядом с папкой консоли).</translation>
    </message>
    <message>
        <source>Request %1, should whoever runs the server look it up.</source>
        <translation>Запрос %1: по нему администратор сервера найдёт подробности.</translation>
    </message>
    <message>
        <source>An invitation makes an account: say how it is called, --name NAME.</source>
        <translation>По приглашению создаётся учётная запись: укажите имя, --name ИМЯ.</translation>
    </message>
    <message>
        <source>%1 shows another certificate than the trusted one.</source>
        <translation>%1 показывает не тот сертификат, что подтверждён.</translation>
    </message>
    <message>
        <source>nobody we know vouches for the certificate of %1.</source>
        <translation>никто из известных не ручается за сертификат %1.</translation>
    </message>
    <message>
        <source>Agents and conversations of the team are in this folder; commands work in it with --workspace:</source>
        <translation>Агенты и разговоры команды — в этой папке; команды работают в ней с ключом --workspace:</translation>
    </message>
    <message>
        <source>There is no key yet.</source>
        <translation>Ключей пока нет.</translation>
    </message>
    <message>
        <source>There is no permission “%1”. There are: %2.</source>
        <translation>Разрешения «%1» нет. Есть: %2.</translation>
    </message>
    <message>
        <source>Nobody has signed in to a server here yet: voxctl login ADDRESS.</source>
        <translation>Здесь ещё никто не входил на сервер: voxctl login АДРЕС.</translation>
    </message>
    <message>
        <source>The workspace in %1 belongs to no server: voxctl login ADDRESS makes one that does.</source>
        <translation>Рабочее пространство в %1 не связано с сервером: связанное создаст voxctl login АДРЕС.</translation>
    </message>
    <message>
        <source>Nobody is signed in to %1 any more: voxctl login %1 --email E-MAIL.</source>
        <translation>Вход на %1 завершён: voxctl login %1 --email АДРЕС.</translation>
    </message>
    <message>
        <source>Added %1: %2 s of work for a second of sound. Agents choose it as voice provider “%1”.</source>
        <translation>Добавлено: %1, %2 с работы на секунду звука. Агенты выбирают её как источник голоса «%1».</translation>
    </message>
    <message>
        <source>Goes on with a conversation that was cut off (its id or the beginning of it): nothing it did is done again.</source>
        <translation>Продолжает оборвавшийся разговор (его id или начало id): сделанное не делается заново.</translation>
    </message>
    <message>
        <source>Say which agent: --agent NAME, or --continue CONVERSATION.</source>
        <translation>Назовите агента: --agent ИМЯ, или разговор: --continue РАЗГОВОР.</translation>
    </message>
    <message>
        <source>What goes on is kept: --no-store does not go with --continue.</source>
        <translation>Продолжение сохраняется: --no-store не сочетается с --continue.</translation>
    </message>
</context>
<context>
    <name>voxdeskd</name>
    <message>
        <source>Listening on %1</source>
        <translation>Приём запросов: %1</translation>
    </message>
    <message>
        <source>The first administrator signs in with this link, once: %1</source>
        <translation>Первый администратор входит по этой ссылке, один раз: %1</translation>
    </message>
    <message>
        <source>Stopping</source>
        <translation>Завершение</translation>
    </message>
</context>
</TS>
