using Microsoft.Bot.Builder.Dialogs.Choices;

namespace Microsoft.Bot.Builder.Dialogs.Understanding;

internal enum YesNo
{
    Unsaid,
    Yes,
    No,

    /// <summary>"no sé": neither, although it contains the word.</summary>
    Unsure,
}

/// <summary>
/// Firm words and phrases ("sí", "no", "claro que no") count before soft ones ("claro", "dale"), because people put the soft ones in front:
/// "claro, pero no". Among equals the first one said counts, and the longest that begins there.
/// </summary>
internal static class YesNoRecognizer
{
    private static readonly Dictionary<Language, Lexicon> Lexicons = new()
    {
        [Language.Spanish] = new Lexicon()
            .Firm(YesNo.Yes, "si|sip|sep|s|claro que si|por supuesto|como no|por que no|no hay problema|sin problema|no hay drama|de una|de acuerdo|esta bien|asi es|eso es")
            .Firm(YesNo.No, "no|nop|nope|n|nunca|jamas|claro que no|por supuesto que no|para nada|de ninguna manera|en absoluto")
            .Firm(YesNo.Unsure, "no se|no lo se|no sabria|no estoy seguro|no estoy segura|ni idea|no tengo idea")
            .Soft(YesNo.Yes, "claro|dale|ok|okay|okey|oka|obvio|obviamente|seguro|vale|correcto|exacto|exactamente|cierto|verdadero|afirmativo|perfecto|listo|confirmo|acepto|👍|👌")
            .Soft(YesNo.No, "negativo|falso|incorrecto|tampoco|👎")
            .Soft(YesNo.Unsure, "tal vez|talvez|quizas|quiza|capaz|depende"),
        [Language.Portuguese] = new Lexicon()
            .Firm(YesNo.Yes, "sim|s|claro que sim|com certeza|isso mesmo|pode ser|pode sim|tudo bem|esta bem|de acordo|sem problema|nao tem problema|por que nao")
            .Firm(YesNo.No, "nao|n|nunca|jamais|claro que nao|com certeza nao|de jeito nenhum|de forma alguma|nem pensar")
            .Firm(YesNo.Unsure, "nao sei|nao tenho certeza|nao faco ideia")
            .Soft(YesNo.Yes, "claro|ok|okay|isso|certo|correto|exato|exatamente|verdade|verdadeiro|pode|beleza|blz|concordo|confirmo|aceito|positivo|afirmativo|perfeito|👍|👌")
            .Soft(YesNo.No, "negativo|falso|errado|incorreto|👎")
            .Soft(YesNo.Unsure, "talvez|depende|quem sabe"),
        [Language.English] = new Lexicon()
            .Firm(YesNo.Yes, "yes|y|yep|yeah|yup|yea|of course|no problem|why not|sounds good")
            .Firm(YesNo.No, "no|n|nope|nah|never|not|not really|no way|of course not|certainly not|absolutely not|definitely not|not at all|i don t think so")
            .Firm(YesNo.Unsure, "not sure|not certain|i don t know|don t know|no idea|it depends")
            .Soft(YesNo.Yes, "sure|ok|okay|k|true|correct|right|absolutely|definitely|certainly|fine|agreed|affirmative|perfect|👍|👌")
            .Soft(YesNo.No, "false|wrong|incorrect|negative|👎")
            .Soft(YesNo.Unsure, "maybe|perhaps|dunno|depends"),
    };

    public static YesNo Recognize(string text, string locale)
    {
        var lexicon = Lexicons[Languages.Of(locale)];
        var words = Tokenizer.DefaultTokenizerImpl(text).ConvertAll(token => Languages.Fold(token.Text));
        var firm = lexicon.First(words, firm: true);
        return firm != YesNo.Unsaid ? firm : lexicon.First(words, firm: false);
    }

    private sealed class Lexicon
    {
        private readonly Dictionary<string, (YesNo Answer, bool Firm)> _phrases = new(StringComparer.Ordinal);
        private int _longest;

        public Lexicon Firm(YesNo answer, string phrases) => Add(answer, firm: true, phrases);

        public Lexicon Soft(YesNo answer, string phrases) => Add(answer, firm: false, phrases);

        public YesNo First(List<string> words, bool firm)
        {
            for (var from = 0; from < words.Count; from++)
            {
                for (var length = Math.Min(_longest, words.Count - from); length > 0; length--)
                {
                    if (_phrases.TryGetValue(string.Join(' ', words.GetRange(from, length)), out var found) && found.Firm == firm)
                        return found.Answer;
                }
            }

            return YesNo.Unsaid;
        }

        private Lexicon Add(YesNo answer, bool firm, string phrases)
        {
            foreach (var phrase in phrases.Split('|'))
            {
                _phrases[phrase] = (answer, firm);
                _longest = Math.Max(_longest, phrase.Split(' ').Length);
            }

            return this;
        }
    }
}
