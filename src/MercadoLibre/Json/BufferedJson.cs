using System.Reflection;
using System.Text.Json;
using Refit;

namespace MeliBot.MercadoLibre;

/// <summary>Reads answers at once, because the pipeline has their whole body already: a reader that awaits each piece costs more than the reading.</summary>
internal sealed class BufferedJson(JsonSerializerOptions options) : IHttpContentSerializer
{
    private readonly SystemTextJsonContentSerializer _awaiting = new(options);

    public HttpContent ToHttpContent<T>(T item) => _awaiting.ToHttpContent(item);

    public Task<T?> FromHttpContentAsync<T>(HttpContent content, CancellationToken cancellationToken = default)
    {
        var charset = content.Headers.ContentType?.CharSet?.Trim('"');
        return charset is null || charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase)
            ? ReadAsync<T>(content, cancellationToken)
            : _awaiting.FromHttpContentAsync<T>(content, cancellationToken);
    }

    public string? GetFieldNameForProperty(PropertyInfo propertyInfo) => _awaiting.GetFieldNameForProperty(propertyInfo);

    private async Task<T?> ReadAsync<T>(HttpContent content, CancellationToken cancellationToken)
    {
        var body = (await content.ReadAsByteArrayAsync(cancellationToken)).AsSpan();
        return JsonSerializer.Deserialize<T>(body.StartsWith("\uFEFF"u8) ? body[3..] : body, options);
    }
}
