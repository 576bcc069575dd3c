using System.Globalization;
using Newtonsoft.Json.Linq;

namespace Microsoft.Bot.Builder.Dialogs;

/// <summary>Reads what a stack entry holds, also from a store that didn't keep the types and gives back JSON.</summary>
internal static class Persisted
{
    public static T As<T>(object saved)
        where T : class => saved switch
        {
            T typed => typed,
            JToken json => json.ToObject<T>(),
            _ => null,
        };

    public static int AsInt(object saved) => Convert.ToInt32(saved is JValue json ? json.Value : saved, CultureInfo.InvariantCulture);
}
