using System.Collections.Frozen;

namespace MeliBot.Dialogs.Understanding;

/// <summary>Words that say nothing about what is asked, whatever stands beside them.</summary>
internal static class StopWords
{
    private static readonly FrozenSet<string> Words =
        "a al ao aos as el la los las lo le les o os um uma uns umas un una unos unas de del da do das dos en em no na nos nas con com se me te nos su sus seu sua tu tus mi mis meu minha este esta esto ese esa eso esse essa isso aquel aquele es e son sao era eram esta estan estao estoy estou ser soy sou que para por pero mas muy muito ya ja yo eu vos voce voces usted ustedes ella ela ele eles ellos asi assim entao entonces aqui ahi ai la lla pues pois ne eh ai bueno bem bien mesmo mismo misma mesma todo toda todos todas tudo algo alguna alguno algun algum alguma".Split(' ').ToFrozenSet();

    public static bool Contains(string word) => Words.Contains(word);
}
