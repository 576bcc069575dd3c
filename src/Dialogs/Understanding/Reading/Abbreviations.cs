using System.Collections.Frozen;

namespace MeliBot.Dialogs.Understanding;

/// <summary>Short forms that buyers write, written out. Keys and values are folded.</summary>
internal static class Abbreviations
{
    private static readonly FrozenDictionary<string, string[]> Forms = Read(
        """
        q=que k=que qe=que ke=que xq=por que pq=por que porq=por que x=por xel=por el tmb=tambien tmbn=tambien tbn=tambien tb=tambem tbm=tambem tambn=tambien
        vc=voce vcs=voces ces=voces ocs=voces oce=voce ud=usted uds=ustedes ustd=usted ustds=ustedes pra=para pro=para o pros=para os pras=para as p=para pa=para pal=para el
        qto=quanto qnto=quanto qnt=quanto qtos=quantos qts=quantos qtas=quantas qdo=quando qnd=quando qndo=quando qd=quando cto=cuanto cnto=cuanto ctos=cuantos cdo=cuando cndo=cuando
        dsp=despues dps=depois hj=hoje oj=hoje hoi=hoy td=tudo tds=todos tdo=todo msm=mesmo msma=mesma n=nao ñ=nao nn=nao ta=esta tao=estao to=estou tava=estava tive=tive
        obg=obrigado obgd=obrigado brigadao=obrigado vlw=valeu blz=beleza grax=gracias grs=gracias grcs=gracias bs=buenas bn=bien bno=bueno bna=buena pf=por favor pfv=por favor plis=por favor xfa=por favor xfavor=por favor
        d=de dl=del c=con cn=con m=me t=te l=le s=se tns=tenes tenis=tenes tens=tem aki=aqui né=ne aver=a ver haber=a ver bb=bebe sr=senor sra=senora
        tel=telefono cel=celular num=numero nro=numero nº=numero dir=direccion info=informacion env=envio disp=disponible dispo=disponible prod=producto garant=garantia
        desc=descuento dto=descuento dscto=descuento dcto=descuento efec=efectivo transf=transferencia fact=factura pcio=precio pzas=piezas pza=pieza pz=pieza pzs=piezas unid=unidad unids=unidades
        min=minimo max=maximo aprox=aproximadamente hs=horas hr=horas hrs=horas mins=minutos cm=cm cms=cm mts=metros mt=metros kgs=kg lts=litros lt=litros
        oq=o que oqe=o que pois=pois cmg=comigo ctg=contigo dnd=donde dde=donde ond=onde tendras=tenes tendran=tienen tendra=tiene tendrias=tenes tendrian=tienen tendria=tiene teria=tem teriam=tem
        """);

    private static readonly FrozenSet<string> Units =
        "v volts volt voltios w watts watt kw kg kgs g gr grs gramos ml cc l lt lts litros litro cm cms mm m mt mts metros metro gb tb mb mah hp hz ghz mhz btu pol pulgadas polegadas x hs hrs hr h min k mil u un unid unidades plazas pzas pz pcs cuotas vezes ohms mp fps rpm kcal anos dias meses pesos reais lucas amp a c b".Split(' ').ToFrozenSet();

    /// <summary>The words that a folded word stands for; itself when it is none.</summary>
    public static string[] WriteOut(string folded) => Forms.TryGetValue(folded, out var words) ? words : [folded];

    public static string? WithSlash(char letter) => letter switch
    {
        'p' => "para",
        'c' => "con",
        's' => "sin",
        _ => null,
    };

    /// <summary>What may be glued to a number: "220v", "50ml", "12x".</summary>
    public static bool IsUnit(string folded) => Units.Contains(folded);

    private static FrozenDictionary<string, string[]> Read(string lines)
    {
        var forms = new Dictionary<string, string[]>(StringComparer.Ordinal);
        string? key = null;
        var value = new List<string>();
        foreach (var part in lines.Split((char[])[' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries))
        {
            if (part.IndexOf('=', StringComparison.Ordinal) is > 0 and var at)
            {
                Keep();
                key = part[..at];
                value.Add(part[(at + 1)..]);
            }
            else
            {
                value.Add(part);
            }
        }

        Keep();
        return forms.ToFrozenDictionary(StringComparer.Ordinal);

        void Keep()
        {
            if (key is not null) forms[key] = [.. value];
            value.Clear();
        }
    }
}
