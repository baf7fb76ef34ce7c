#include "app/understanding/intent_model.h"

using namespace Qt::StringLiterals;

namespace vox {

QStringList backgroundSentences()
{
    return {
        u"what a lovely day it is"_s, u"my cat sleeps on the sofa all day"_s, u"i had pasta for dinner yesterday"_s,
        u"did you watch the game last night"_s, u"the train was full of tourists"_s, u"she plays the piano very well"_s,
        u"we are going to the mountains next week"_s, u"tell me a joke please"_s, u"who wrote this song"_s,
        u"how tall is the eiffel tower"_s, u"i like coffee more than tea"_s, u"can you sing something"_s,
        u"the children are playing in the garden"_s, u"it is raining again today"_s, u"my brother bought a new car"_s,
        u"what do you think about politics"_s, u"i forgot where i put my keys"_s, u"hold on a second someone is at the door"_s,
        u"mum is calling me now"_s, u"turn the music down please"_s, u"what is the meaning of life"_s, u"i am so tired today"_s,
        u"the book was better than the movie"_s, u"how old are you"_s, u"do you know any good restaurants"_s,
        u"i want to learn spanish"_s, u"can you help me with my homework"_s, u"where is the nearest pharmacy"_s,
        u"when does the museum open"_s, u"how much is a ticket to london"_s, u"play some music"_s, u"what time is it"_s,
        u"какая сегодня хорошая погода"_s, u"моя кошка весь день спит на диване"_s, u"вчера мы ели на ужин макароны"_s,
        u"ты смотрел вчера футбол"_s, u"поезд был полон туристов"_s, u"она очень хорошо играет на пианино"_s,
        u"на следующей неделе мы едем в горы"_s, u"расскажи анекдот пожалуйста"_s, u"кто написал эту песню"_s,
        u"какой высоты эйфелева башня"_s, u"я люблю кофе больше чем чай"_s, u"спой что нибудь"_s, u"дети играют во дворе"_s,
        u"сегодня опять идет дождь"_s, u"мой брат купил новую машину"_s, u"что вы думаете о политике"_s,
        u"я забыл куда положил ключи"_s, u"подождите секунду кто то пришел"_s, u"мне сейчас звонит мама"_s, u"сделайте музыку потише"_s,
        u"в чем смысл жизни"_s, u"я сегодня очень устал"_s, u"книга была лучше фильма"_s, u"сколько тебе лет"_s,
        u"вы знаете хорошие рестораны"_s, u"я хочу выучить испанский"_s, u"помоги мне с уроками"_s, u"где ближайшая аптека"_s,
        u"когда открывается музей"_s, u"сколько стоит билет до москвы"_s, u"включи музыку"_s, u"который час"_s,
        u"um so yeah well you know"_s, u"ну это самое как его"_s, u"i do not know what to say"_s, u"я не знаю что сказать"_s,
    };
}

} // namespace vox
