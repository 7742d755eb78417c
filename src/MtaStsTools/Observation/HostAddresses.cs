using System.Net;
using MtaStsTools.Dns;
using MtaStsTools.Net;

namespace MtaStsTools.Observation;

/// <summary>Looks up the addresses of a host, and contacts as many of them as are wanted.</summary>
internal static class HostAddresses
{
    /// <summary>No honest host has more addresses than this worth contacting.</summary>
    private const int MaxContacts = 16;

    public static async Task<AddressObservation> LookUpAsync(TimedSteps steps, string host)
    {
        var v4 = steps.QueryAsync(host, DnsRecordType.A);
        var v6 = steps.QueryAsync(host, DnsRecordType.AAAA);
        await Task.WhenAll(v4, v6).ConfigureAwait(false);
        var (answer4, answer6) = (await v4.ConfigureAwait(false), await v6.ConfigureAwait(false));
        return new AddressObservation
        {
            IPv4 = answer4.Lookup,
            IPv6 = answer6.Lookup,
            Addresses =
            [
                .. answer4.Addresses.Concat(answer6.Addresses).Select(address => new AddressFact(address.ToString(), GlobalAddress.IsGlobal(address))),
            ],
        };
    }

    /// <summary>
    /// Contacts the addresses: all at once where all are asked for, else one after the other up to the first that could be connected to,
    /// as a sender does.
    /// </summary>
    /// <param name="options">Which addresses may and shall be contacted.</param>
    /// <param name="addresses">The addresses.</param>
    /// <param name="forbid">The result for an address that must not be contacted.</param>
    /// <param name="contact">Contacts one.</param>
    /// <param name="isConnected">Whether a result came of a connection.</param>
    public static async Task<IReadOnlyList<T>> ContactAsync<T>(
        ObservationOptions options, AddressObservation addresses, Func<string, T> forbid, Func<IPAddress, Task<T>> contact, Func<T, bool> isConnected)
    {
        var candidates = addresses.Addresses.Take(MaxContacts);
        if (options.AllAddresses)
            return await Task.WhenAll(candidates.Select(Contact)).ConfigureAwait(false);

        var results = new List<T>();
        foreach (var candidate in candidates)
        {
            results.Add(await Contact(candidate).ConfigureAwait(false));
            if (isConnected(results[results.Count - 1]))
                break;
        }

        return results;

        Task<T> Contact(AddressFact fact) => fact.IsGlobal || options.AllowPrivateAddresses
            ? contact(IPAddress.Parse(fact.Address))
            : Task.FromResult(forbid(fact.Address));
    }
}
