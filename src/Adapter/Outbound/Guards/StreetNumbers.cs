using System.Collections.Frozen;

namespace MeliBot.Adapter.Outbound.Guards;

/// <summary>
/// Finds a street's name with a door's number. Behind a word for a street any number that counts or measures nothing will do; behind "estamos en" or "retirás por" it takes a name and a number
/// of two digits or more; a bare name with a number takes what only addresses go on with ("piso 4", "CABA").
/// </summary>
internal static class StreetNumbers
{
    private const int LongestName = 6;

    private static readonly FrozenSet<string> Streets = Set(
        "calle avenida avda av avd ave boulevard bulevar blvd bv bvar pasaje pje psje jiron jr calzada rua travessa alameda rodovia rod praca pca callejon diagonal estrada largo ladeira costanera eje circuito cerrada privada prolongacion autopista camino ruta");

    /// <summary>Abbreviations that are other words without their dot.</summary>
    private static readonly FrozenSet<string> Dotted = Set("r al tv c cl trav est");

    private static readonly FrozenSet<string> Places = Set(
        "estamos ubicados ubicado ubicada ubicacion retiro retiras retirar retira retirarlo visitanos encontras encontranos direccion domicilio endereco local deposito showroom localizados fica ficamos queda quedamos sucursal tienda loja negocio veni venis venir pasas pasa pasar pasate pasarlo vivo taller fabrica oficina galpon sobre altura");

    private static readonly FrozenSet<string> Onward = Set("caba capital piso depto dpto departamento oficina of local apto apartamento sala bloco bloque conj conjunto esq col colonia loja andar box timbre portero metro subte estacion barrio bairro comuna cercado galpon casa entre e esquina flores palermo belgrano recoleta caballito almagro balvanera boedo microcentro liniers quilmes lanus moron avellaneda pilar maipu nunoa providencia miraflores surco montevideo pocitos cordon ecatepec chapinero bogota medellin cali lima santiago rosario cordoba mendoza centro");

    private static readonly FrozenSet<string> Connectors = Set("de del la las los el da do das dos san santa santo sao e y");

    /// <summary>Words that no street is called, so that "calle y cinta, talle 42" is none.</summary>
    private static readonly FrozenSet<string> NoNames = Set(
        "talle talles talla tallas para con sin por en entre desde hasta que es son mide miden pesa cuesta sale vale precio stock tenemos hay unidades modelo modelos medida medidas color colores tamanho numero "
        + "lunes martes miercoles jueves viernes sabado sabados domingo segunda terca quarta quinta sexta feira horario hora horas hs dias dia meses enero febrero marzo abril mayo junio julio agosto septiembre octubre "
        + "noviembre diciembre janeiro fevereiro marco maio junho julho setembro outubro novembro dezembro codigo cp cep postal garantia cuotas pesos reais luz led potencia watts velocidad rodado cubierta pneu cubiertas "
        + "casco casa zapatillas tenis bicicleta bici moto auto zona abre abrimos atendemos atiende entrega entregamos envio llega llegan demora a al o u ou com sem ate as aos capacidad unos unas solo menos mas mais cada aproximadamente aprox stock no nao si sim iso version versao pack kit caja set art un una um uma puerta porta pueblo curva comprando llevando cod codigo ref sku edicion edicao temporada tomo vol volumen publicacion publicaciones unidad ano anos desde partir minimo maximo oferta descuento fija fijo fixa fixo regulable regulavel ajustable ajustavel total maxima minima quadril cadera cintura joelho rodilla ombro hombro pecho peito tem tiene grano lija");

    public static IEnumerable<(int Start, int End)> Find(List<Token> tokens)
    {
        for (var i = 0; i < tokens.Count; i++)
        {
            var token = tokens[i];
            if (token.Kind != TokenKind.Word) continue;
            var street = (Streets.Contains(token.Text) && (token.Text != "largo" || IsSquare(tokens, i))) || (Dotted.Contains(token.Text) && i + 1 < tokens.Count && tokens[i + 1].Is(".") && (i == 0 || tokens[i - 1].End < token.Start));
            if (street && NumberBehind(tokens, i + 1, 1, needsName: true) is { } end)
            {
                yield return (token.Start, tokens[end].End);
                i = end;
            }
            else if (!street && Places.Contains(token.Text) && !Fits(tokens, i) && NumberBehind(tokens, i + 1, 2, needsName: true) is { } place)
            {
                yield return (token.Start, tokens[place].End);
                i = place;
            }
            else if (!street && token.Text.Length >= 3 && !NoNames.Contains(token.Text) && !Places.Contains(token.Text) && i + 1 < tokens.Count && IsDoor(tokens, i + 1, 3) && GoesOn(tokens, i + 2))
            {
                yield return (token.Start, tokens[i + 2].End);
                i += 2;
            }
        }
    }

    /// <summary>"Largo da Carioca": in Portuguese a square, but first of all a length.</summary>
    private static bool IsSquare(List<Token> tokens, int index) => index + 1 < tokens.Count && tokens[index + 1].Text is "do" or "da" or "dos" or "das" or "de" && tokens.Take(index).Any(token => Places.Contains(token.Text));

    /// <summary>"Le queda a la Ranger 99": it fits, and lies nowhere.</summary>
    private static bool Fits(List<Token> tokens, int index) => tokens[index].Text is "queda" or "fica" or "pasa" && index + 1 < tokens.Count && tokens[index + 1].Text is "embaixo" or "debajo" or "abajo" or "dentro" or "encima" or "atras" or "a" or "al" or "bien" or "bem" or "de" or "para" or "con" or "com" or "grande" or "chico" or "chica" or "pequeno" or "pequena" or "justo" or "perfeito" or "bueno" or "bom" or "boa";

    public static bool SpeaksOfAPlace(string sentence) => sentence.Split(' ', ',', '.', ':').Any(Places.Contains);

    /// <summary>The index of the number that ends a street's name.</summary>
    private static int? NumberBehind(List<Token> tokens, int from, int digits, bool needsName)
    {
        var names = tokens[from - 1].Text is "alameda" or "costanera" ? 1 : 0;
        var explicitNumber = false;
        for (var i = from; i < tokens.Count && i - from <= LongestName + 3; i++)
        {
            var token = tokens[i];
            switch (token.Kind)
            {
                case TokenKind.Number:
                    // "9 de Julio 1234", "25 de Mayo 300": a date for a name.
                    if (i + 2 < tokens.Count && tokens[i + 1].Is("de") && tokens[i + 2].Kind == TokenKind.Word && token.Text.Length <= 2 && digits < 3)
                    {
                        i += 2;
                        names++;
                        continue;
                    }

                    if (needsName && names == 0 && !explicitNumber) return null;
                    return IsDoor(tokens, i, explicitNumber ? 1 : digits) ? i : null;
                case TokenKind.Sign when token.Text is "." or "," or "#" or "°" or "'" or ":" or "-":
                    if (token.Text is "." && i + 1 < tokens.Count && tokens[i + 1].Start > token.End && tokens[i - 1].Text.Length > 4) return null;
                    if (token.Text is "#") explicitNumber = true;
                    continue;
                case TokenKind.Word when token.Text is "n" or "nro" or "num" or "numero" or "altura" && names > 0:
                    explicitNumber = true;
                    continue;
                case TokenKind.Word when token.Text is "al" or "no" && names > 0:
                    continue;
                case TokenKind.Word when token.Text is "en" or "na" or "em" or "a" or "as" or "es" or "esta" or "por" or "e" or "la" or "el" && names == 0:
                    continue;
                case TokenKind.Word when Connectors.Contains(token.Text):
                    if (token.Text is "y" or "e") return null;
                    continue;
                case TokenKind.Word when (!NoNames.Contains(token.Text) || (names > 0 && tokens[i - 1].Is("de"))) && ++names <= LongestName:
                    continue;
                default:
                    return null;
            }
        }

        return null;
    }

    /// <summary>A number that counts and measures nothing.</summary>
    private static bool IsDoor(List<Token> tokens, int index, int digits)
    {
        var number = tokens[index];
        if (number.Kind != TokenKind.Number || number.Text.Length < digits || number.Text.Length > 5) return false;
        // "Le queda a un Jetta 2015": without a word for a street it is a year.
        if (digits > 1 && number.Text.Length == 4 && (number.Text.StartsWith("19", StringComparison.Ordinal) || number.Text.StartsWith("20", StringComparison.Ordinal)) && !IsRound(number.Text)) return false;
        if (index + 1 >= tokens.Count) return true;
        var next = tokens[index + 1];
        if (next.Kind == TokenKind.Sign && next.Text is "%" or "\"" or "$" or "/" or "x") return false;
        if (next.Text is "-" or "." or "," && next.Start == number.End && index + 2 < tokens.Count && tokens[index + 2].Kind == TokenKind.Number && tokens[index + 2].Start == next.End) return next.Text == "-" && digits == 1;
        return next.Kind != TokenKind.Word || !(Measures.IsUnit(next.Text) || next.Text is "de" or "a" or "x" or "modelos" or "productos" or "personas" or "publicaciones" or "colores" or "y" or "o");
    }

    private static bool IsRound(string number) => number[^1] == '0' && number[^2] != '1' && number[^2] != '2';

    private static bool GoesOn(List<Token> tokens, int index)
    {
        if (index < tokens.Count && tokens[index].Is(",")) index++;
        // "e/" is between; "e" alone only goes on.
        return index < tokens.Count && Onward.Contains(tokens[index].Text) && (!tokens[index].Is("e") || (index + 1 < tokens.Count && tokens[index + 1].Is("/")));
    }

    private static FrozenSet<string> Set(string words) => words.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);
}
