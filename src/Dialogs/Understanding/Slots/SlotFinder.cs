using System.Collections.Frozen;

namespace MeliBot.Dialogs.Understanding;

/// <summary>Finds what a question names, by the concepts of its words and by what stands around numbers.</summary>
internal static class SlotFinder
{
    private static readonly FrozenSet<string> Shades = Set("claro clara oscuro oscura escuro escura marino marinho agua militar musgo mate fosco brillante pastel bebe electrico royal pizarra noche petroleo");
    private static readonly FrozenSet<string> SizeWords = Set("talle talla talles tallas tamanho tamanhos tamano numero numeros numeracion numeracao tam");
    private static readonly FrozenSet<string> Letters = Set("xs s m l xl xxl xxxl 2xl 3xl 4xl pp p g gg xg xgg eg xxg");
    private static readonly FrozenSet<string> NamedSizes = Set("king queen matrimonial sencilla individual solteiro casal chico chica mediano mediana pequeno pequena unico infantil");
    private static readonly FrozenSet<string> BeforeBareSize = Set("en em no na la el o a del de do tem tenes tienes tiene tienen hay los las os as talla");
    private static readonly FrozenSet<string> Units = Set("unidad unidades unidade piezas pieza pecas peca u und uni cajas caixas caja caixa pares par docenas docena duzias juegos jogos kits packs bultos iguales iguais disponibles");
    private static readonly FrozenSet<string> Wanting = Set("llevo llevando llevar levar levo levando compro comprar comprando necesito preciso precisava quiero quero queria ocupo tenes tienes tienen tem hay quedan por pelas pelos sobram restam busco pido pedir mando somos");
    private static readonly FrozenSet<string> Measures = Set("gb tb mb mah litros litro l ml w watts kw hp metros metro cm mm pulgadas polegadas pol kg kilos plazas bocas hornallas puertas cuerpos portas velocidades lugares personas btu frigorias");
    private static readonly FrozenDictionary<string, string> Numbers = new Dictionary<string, string>
    {
        ["uno"] = "1",
        ["dos"] = "2",
        ["tres"] = "3",
        ["cuatro"] = "4",
        ["cinco"] = "5",
        ["seis"] = "6",
        ["siete"] = "7",
        ["ocho"] = "8",
        ["diez"] = "10",
        ["doce"] = "12",
        ["veinte"] = "20",
        ["cien"] = "100",
        ["dois"] = "2",
        ["duas"] = "2",
        ["quatro"] = "4",
        ["oito"] = "8",
        ["dez"] = "10",
        ["doze"] = "12",
        ["vinte"] = "20",
        ["cem"] = "100",
        ["ambos"] = "2",
        ["ambas"] = "2",
    }.ToFrozenDictionary();

    public static List<SlotValue> Find(QuestionFeatures features, ConceptLexicon lexicon)
    {
        var text = features.Text;
        var words = text.Words;
        var found = new List<SlotValue>();
        var taken = new bool[words.Length];
        foreach (var hit in features.Concepts)
        {
            if (taken[hit.Start]) continue;
            switch (hit.Concept >= 0 ? lexicon.Names[hit.Concept] : "")
            {
                case "color":
                    Add(SlotNames.Color, hit.Start, hit.End < words.Length && Shades.Contains(words[hit.End].Text) ? hit.End + 1 : hit.End);
                    break;
                case "place" when hit.Start == 0 || words[hit.Start].Text.Length > 2 || Capital(hit.Start):
                    Add(SlotNames.Place, hit.Start, hit.End);
                    break;
                case "day" or "feast":
                    Add(SlotNames.Date, hit.Start, hit.End);
                    break;
                case "device" or "vehicle":
                    Add(SlotNames.Product, hit.Start, Further(hit.End));
                    break;
                default:
                    ByShape(hit.Start);
                    break;
            }
        }

        return found;

        void ByShape(int i)
        {
            var word = words[i].Text;
            var number = char.IsAsciiDigit(word[0]);
            var before = i > 0 && words[i].Before < Pause.Stop ? words[i - 1].Text : "";
            var after = i + 1 < words.Length && words[i + 1].Before < Pause.Stop ? words[i + 1].Text : "";
            if (SizeWords.Contains(before) && (number || Letters.Contains(word) || NamedSizes.Contains(word))) Add(SlotNames.Size, i, i + 1);
            else if (word == "bivolt") Add(SlotNames.Voltage, i, i + 1);
            else if (number && (after is "v" or "volts" or "volt" or "voltios" || word is "110" or "127" or "220" or "240") && !Measures.Contains(after)) Add(SlotNames.Voltage, i, after is "v" or "volts" or "volt" or "voltios" ? i + 2 : i + 1);
            else if (before is "cep" or "cp" or "postal" && number) Add(SlotNames.Place, i, i + 1);
            else if (number && before is "dia" or "el" && word.Length <= 2 && after is "de" or "" && i > 1 && before == "dia") Add(SlotNames.Date, i - 1, i + 1);
            else if (number && Measures.Contains(after)) Add(SlotNames.Model, i, i + 2);
            else if (number && Units.Contains(after)) Add(SlotNames.Quantity, i, i + 1);
            else if (Numbers.ContainsKey(word) && (Units.Contains(after) || Wanting.Contains(before))) Add(SlotNames.Quantity, i, i + 1);
            else if (number && word.Length <= 4 && Wanting.Contains(before) && after is not ("%" or "x" or "cuotas" or "vezes" or "anos" or "meses" or "dias" or "mil")) Add(Ambiguous(i) ? SlotNames.Size : SlotNames.Quantity, i, i + 1);
            else if (Letters.Contains(word) && (Capital(i) || word.Length > 1) && (BeforeBareSize.Contains(before) || after is "o" or "ou" or "y" or "e" || before is "o" or "ou")) Add(SlotNames.Size, i, i + 1);
            else if (NamedSizes.Contains(word) && before is "tamano" or "tamanho") Add(SlotNames.Size, i, i + 1);
            else if (number && word.Length == 2 && before is "el" or "la" or "del" or "en" or "no" or "o" or "em" or "do") Add(SlotNames.Size, i, i + 1);
            else if (before is "modelo" or "version" or "versao" && !StopWords.Contains(word)) Add(SlotNames.Model, i, i + 1);
            else if (before is "otro" or "otra" or "outro" or "outra" or "repuesto" or "repuestos" && word.Length > 3 && !StopWords.Contains(word)) Add(SlotNames.Product, i, i + 1);
        }

        // "tem 42?" and "tenés 38?" are shoe sizes rather than quantities.
        bool Ambiguous(int i) => words[i].Text.Length == 2 && words[i].Text[0] is '3' or '4' && words[i - 1].Text is "tem" or "tenes" or "tienes" or "tienen" or "hay" && (i + 1 == words.Length || words[i + 1].Before >= Pause.Short);

        bool Capital(int i) => char.IsUpper(text.Original[words[i].Start]);

        int Further(int end)
        {
            while (end < words.Length && words[end].Before == Pause.None && !taken[end] && (words[end].Text.Any(char.IsAsciiDigit) || words[end].Text is "pro" or "plus" or "max" or "slim" or "trend" or "mini" or "ultra" or "lite" or "air" or "series")) end++;
            return end;
        }

        void Add(string name, int start, int end)
        {
            for (var i = start; i < end; i++) taken[i] = true;
            var span = text.SpanOf(start, end);
            var value = name == SlotNames.Quantity && Numbers.TryGetValue(words[start].Text, out var digits) ? digits : string.Join(' ', words[start..end].Select(w => w.Text));
            found.Add(new SlotValue(name, text.Original.Substring(span.Start, span.Length), value, span));
        }
    }

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet();
}
