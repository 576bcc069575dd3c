using Newtonsoft.Json;

namespace Microsoft.Bot.Schema;

public class TokenPostResource
{
    public TokenPostResource()
    {
    }

    [JsonProperty(PropertyName = "sasUrl")]
    public string SasUrl { get; set; }
}
