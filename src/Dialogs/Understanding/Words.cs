using System.Collections.Frozen;

namespace MeliBot.Dialogs.Understanding;

/// <summary>Words by what they do in a question: abbreviations, words that carry no request, words worth correcting to.</summary>
internal static class Words
{
    private static readonly FrozenDictionary<string, string> Abbreviations = new Dictionary<string, string>
    {
        ["q"] = "que",
        ["k"] = "que",
        ["xq"] = "por que",
        ["pq"] = "por que",
        ["x"] = "por",
        ["tmb"] = "tambien",
        ["tb"] = "tambem",
        ["tbm"] = "tambem",
        ["vc"] = "voce",
        ["vcs"] = "voces",
        ["ud"] = "usted",
        ["uds"] = "ustedes",
        ["pra"] = "para",
        ["pro"] = "para o",
        ["p"] = "para",
        ["pa"] = "para",
        ["qto"] = "quanto",
        ["qnto"] = "quanto",
        ["qtos"] = "quantos",
        ["qtas"] = "quantas",
        ["qdo"] = "quando",
        ["qnd"] = "quando",
        ["cto"] = "cuanto",
        ["cdo"] = "cuando",
        ["bs"] = "buenas",
        ["dsp"] = "despues",
        ["dps"] = "depois",
        ["hj"] = "hoje",
        ["disp"] = "disponible",
        ["dispo"] = "disponible",
        ["grax"] = "gracias",
        ["obg"] = "obrigado",
        ["vlw"] = "valeu",
        ["blz"] = "beleza",
        ["n"] = "nao",
        ["ta"] = "esta",
        ["tendra"] = "tiene",
        ["tendran"] = "tienen",
        ["tendras"] = "tenes",
        ["tendrias"] = "tenes",
        ["teria"] = "tem",
        ["teriam"] = "tem",
        ["tens"] = "tem",
    }.ToFrozenDictionary();

    /// <summary>Words around a request that ask for nothing.</summary>
    public static readonly FrozenSet<string> Empty = Set(
        """
        a al ao aos as ante con com como cual cuales da das de del dele dela desde do dos e el ela ele ellos em en entre era es esa ese esas eses eso essa esse essas esses isso esta este estas estes estos esto isto estan estao estou estoy fue ha hacia hasta ate
        hola ola oi oie opa alo buen buenas buenos bom boa dia dias tarde tardes noche noches noite manana que tal tudo bem todo bien gracias muchas obrigado obrigada brigado valeu beleza saludos abrazo abraco abs por favor porfa porfavor porfis pf pls
        amigo amiga amigos colega jefe senor senora estimado estimados estimada prezado prezados moco vendedor gente
        yo eu vos tu usted ustedes voce voces nos me te se le les lo la los las o os um uma uno una un unos unas mi mis meu minha meus minhas su sus tu tus seu sua tua
        ni no nao si sim o ou y e pero mas porque pois entao entonces tambien tambem ya ja aun aunque todavia ainda hoy hoje ahora agora aca aqui ahi ai alla
        quiero queria quisiera quero gostaria querer necesito necesitaria preciso precisava busco procuro consulta consultar consultarte consultarles pregunta preguntar duvida duda saber saberia
        podria podrias podrian puede puedes podes pueden pode podem poderia informar informarme decir decirme decime dime dizer diga me indicar confirmar confirmas confirmame
        interesa interesado interesada interessa interesse interessado interessada comprar comprarlo comprarla compra compro compraria llevar llevarme llevo levar pedir
        producto productos produto produtos articulo publicacion anuncio item modelo esto mismo mesmo misma mesma solo so apenas muy muito bien
        para por pra sobre sin sem na nas nos num numa seria serian sera soy sou son sao es eh hay tenes tienes tiene tienen tem temos tengo tenho tener ter tenemos teneis tenian
        ver si vi vez aver disculpa disculpe desculpa perdon permiso oye oiga mira este otra vez mucho mas mais bueno ok dale listo joya perfecto perfeito va queda quedan quedo quedaria fica ficaria
        hijo hija filho filha esposa esposo marido mama papa mae pai sobrino sobrina sobrinho regalo presente regalar cumple cumpleanos aniversario
        antes despues depois luego total inmediato inmediata imediata momento actualidad
        """);

    /// <summary>Of <see cref="Empty"/>, those that greet, thank or acknowledge.</summary>
    public static readonly FrozenSet<string> Courtesy = Set(
        "hola ola oi oie opa alo buenas buenos gracias obrigado obrigada brigado valeu saludos abrazo abraco abs bom boa dia dias buen tarde tardes noche noches noite ok dale listo joya perfecto perfeito beleza entendi entendido excelente genial barbaro buenisimo otimo tudo bem legal tmj");

    /// <summary>Keywords that a slip of the keys is corrected to.</summary>
    private static readonly string[] Corrected = [.. Set(
        """
        disponible disponibles disponivel disponiveis stock estoque existencia existencias precio precios preco precos garantia envio envios frete entrega entregan entregam despacho despachan
        cuanto cuando quanto quando cuesta custa retiro retirar color colores tamanho talle talla numero unidades demora demoran tarda tardan llega llegan chega gratis gracias obrigado
        blanco negro rojo verde amarillo gris celeste violeta rosado marron naranja branco preto vermelho amarelo cinza roxo marrom laranja dourado
        factura cuotas compatible compativel original instalacion devolucion descuento desconto medidas
        """)];

    /// <summary>Real words one letter away from a keyword.</summary>
    private static readonly FrozenSet<string> Real = Set(
        "llego llevo llena lleva chego cheia estoy nuevo nueva novo garantias envia envias envian enviam envie enviar tanto tantos manto canto cuesta cuentas cuenta conta custo costo testa festa calor valor mayor colar negra negros roja rojos blanca blancas blancos preta pretos branca tarde tardar precisa precio preciso talles tallas verdes ropas rosa rosado gratuito despache entregas entrego demorar facturas retire retira gastas verte cuanta cuantas cuantos quantas quantos quanta");

    public static string WriteOut(string folded) => Abbreviations.GetValueOrDefault(folded) ?? Correct(folded);

    private static string Correct(string word)
    {
        if (word.Length < 5 || Empty.Contains(word) || Real.Contains(word) || !word.All(char.IsAsciiLetterLower)) return word;
        string? found = null;
        foreach (var candidate in Corrected)
        {
            if (candidate == word) return word;
            if (candidate[0] != word[0] || !OneSlipApart(word, candidate)) continue;
            if (found is not null) return word;
            found = candidate;
        }

        return found ?? word;
    }

    /// <summary>One letter missing, added, replaced, or two neighbours swapped.</summary>
    private static bool OneSlipApart(string a, string b)
    {
        if (Math.Abs(a.Length - b.Length) > 1) return false;
        var i = 0;
        while (i < a.Length && i < b.Length && a[i] == b[i]) i++;
        var restA = a.AsSpan(i);
        var restB = b.AsSpan(i);
        if (a.Length == b.Length)
        {
            return restA[1..].SequenceEqual(restB[1..])
                || (restA.Length > 1 && restA[0] == restB[1] && restA[1] == restB[0] && restA[2..].SequenceEqual(restB[2..]));
        }

        return a.Length > b.Length ? restA[1..].SequenceEqual(restB) : restA.SequenceEqual(restB[1..]);
    }

    private static FrozenSet<string> Set(string words) => words.Split((char[])[' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries).ToFrozenSet();
}
