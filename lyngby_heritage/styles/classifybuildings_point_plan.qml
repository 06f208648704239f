<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis labelsEnabled="1" readOnly="0" styleCategories="LayerConfiguration|Symbology|Labeling|Fields|Forms|MapTips" version="3.40.6">
 <renderer-v2 enableorderby="0" forceraster="0" referencescale="-1" symbollevels="1" type="RuleRenderer">
  <rules key="rod">
   <rule filter="&quot;udpegning&quot; = 'vaerdi_1_3' AND NOT coalesce(&quot;plangruppe&quot; IN ('fredet', 'kirke'), false)" key="vaerdi_1_3" label="Udpeget: SAVE-værdi 1–3" symbol="0" />
   <rule filter="&quot;udpegning&quot; = 'vaerdi_4_ensartet' AND NOT coalesce(&quot;plangruppe&quot; IN ('fredet', 'kirke'), false)" key="vaerdi_4_ensartet" label="Udpeget: SAVE-værdi 4 efter reglen" symbol="1" />
   <rule filter="&quot;udpegning&quot; = 'beslutning' AND lower(to_string(&quot;udpeget&quot;)) IN ('true', '1', 't') AND NOT coalesce(&quot;plangruppe&quot; IN ('fredet', 'kirke'), false)" key="beslutning_udpeg" label="Udpeget: særskilt beslutning" symbol="2" />
   <rule filter="&quot;udpegning&quot; = 'beslutning' AND lower(to_string(&quot;udpeget&quot;)) IN ('false', '0', 'f') AND NOT coalesce(&quot;plangruppe&quot; IN ('fredet', 'kirke'), false)" key="beslutning_udpeg_ikke" label="Fravalgt: særskilt beslutning" symbol="3" />
   <rule filter="&quot;udpegning&quot; = 'til_vurdering' AND NOT coalesce(&quot;plangruppe&quot; IN ('fredet', 'kirke'), false)" key="til_vurdering" label="Til vurdering" symbol="4" />
   <rule filter="&quot;udpegning&quot; = 'ikke_udpeget' AND NOT coalesce(&quot;plangruppe&quot; IN ('fredet', 'kirke'), false)" key="ikke_udpeget" label="Ikke udpeget" symbol="5" />
   <rule filter="&quot;udpegning&quot; = 'ikke_registreret' AND NOT coalesce(&quot;plangruppe&quot; IN ('fredet', 'kirke'), false)" key="ikke_registreret" label="Uden SAVE-værdi" symbol="6" />
   <rule filter="coalesce(&quot;plangruppe&quot; IN ('fredet'), false)" key="fredet" label="Fredet" symbol="7" />
   <rule filter="coalesce(&quot;plangruppe&quot; IN ('kirke'), false)" key="kirke" label="Kirke" symbol="8" />
   <rule filter="ELSE" key="ukendt" label="Ukendt kode" symbol="9" />
  </rules>
  <symbols>
   <symbol alpha="1" clip_to_extent="1" force_rhr="0" frame_rate="10" is_animated="0" name="0" type="marker">
    <data_defined_properties>
     <Option type="Map">
      <Option name="name" type="QString" value="" />
      <Option name="properties" />
      <Option name="type" type="QString" value="collection" />
     </Option>
    </data_defined_properties>
    <layer class="SimpleMarker" enabled="1" id="vaerdi_1_3_0" locked="0" pass="5">
     <Option type="Map">
      <Option name="angle" type="QString" value="0" />
      <Option name="cap_style" type="QString" value="square" />
      <Option name="color" type="QString" value="124,35,32,255,rgb:0.48627450980392156,0.13725490196078433,0.12549019607843137,1" />
      <Option name="horizontal_anchor_point" type="QString" value="1" />
      <Option name="joinstyle" type="QString" value="bevel" />
      <Option name="name" type="QString" value="circle" />
      <Option name="offset" type="QString" value="0,0" />
      <Option name="offset_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0" />
      <Option name="offset_unit" type="QString" value="MM" />
      <Option name="outline_color" type="QString" value="255,255,255,255,rgb:1,1,1,1" />
      <Option name="outline_style" type="QString" value="solid" />
      <Option name="outline_width" type="QString" value="0.2" />
      <Option name="outline_width_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0" />
      <Option name="outline_width_unit" type="QString" value="MM" />
      <Option name="scale_method" type="QString" value="diameter" />
      <Option name="size" type="QString" value="2.6" />
      <Option name="size_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0" />
      <Option name="size_unit" type="QString" value="MM" />
      <Option name="vertical_anchor_point" type="QString" value="1" />
     </Option>
     <data_defined_properties>
      <Option type="Map">
       <Option name="name" type="QString" value="" />
       <Option name="properties" type="Map">
        <Option name="size" type="Map">
         <Option name="active" type="bool" value="true" />
         <Option name="expression" type="QString" value="coalesce(scale_linear(@map_scale, 2000, 50000, 2.6, 1.3), 2.6)" />
         <Option name="type" type="int" value="3" />
        </Option>
       </Option>
       <Option name="type" type="QString" value="collection" />
      </Option>
     </data_defined_properties>
    </layer>
   </symbol>
   <symbol alpha="1" clip_to_extent="1" force_rhr="0" frame_rate="10" is_animated="0" name="1" type="marker">
    <data_defined_properties>
     <Option type="Map">
      <Option name="name" type="QString" value="" />
      <Option name="properties" />
      <Option name="type" type="QString" value="collection" />
     </Option>
    </data_defined_properties>
    <layer class="SimpleMarker" enabled="1" id="vaerdi_4_ensartet_0" locked="0" pass="4">
     <Option type="Map">
      <Option name="angle" type="QString" value="0" />
      <Option name="cap_style" type="QString" value="square" />
      <Option name="color" type="QString" value="224,138,91,255,rgb:0.8784313725490196,0.54117647058823526,0.35686274509803922,1" />
      <Option name="horizontal_anchor_point" type="QString" value="1" />
      <Option name="joinstyle" type="QString" value="bevel" />
      <Option name="name" type="QString" value="square" />
      <Option name="offset" type="QString" value="0,0" />
      <Option name="offset_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0" />
      <Option name="offset_unit" type="QString" value="MM" />
      <Option name="outline_color" type="QString" value="255,255,255,255,rgb:1,1,1,1" />
      <Option name="outline_style" type="QString" value="solid" />
      <Option name="outline_width" type="QString" value="0.2" />
      <Option name="outline_width_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0" />
      <Option name="outline_width_unit" type="QString" value="MM" />
      <Option name="scale_method" type="QString" value="diameter" />
      <Option name="size" type="QString" value="2.5" />
      <Option name="size_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0" />
      <Option name="size_unit" type="QString" value="MM" />
      <Option name="vertical_anchor_point" type="QString" value="1" />
     </Option>
     <data_defined_properties>
      <Option type="Map">
       <Option name="name" type="QString" value="" />
       <Option name="properties" type="Map">
        <Option name="size" type="Map">
         <Option name="active" type="bool" value="true" />
         <Option name="expression" type="QString" value="coalesce(scale_linear(@map_scale, 2000, 50000, 2.5, 1.25), 2.5)" />
         <Option name="type" type="int" value="3" />
        </Option>
       </Option>
       <Option name="type" type="QString" value="collection" />
      </Option>
     </data_defined_properties>
    </layer>
   </symbol>
   <symbol alpha="1" clip_to_extent="1" force_rhr="0" frame_rate="10" is_animated="0" name="2" type="marker">
    <data_defined_properties>
     <Option type="Map">
      <Option name="name" type="QString" value="" />
      <Option name="properties" />
      <Option name="type" type="QString" value="collection" />
     </Option>
    </data_defined_properties>
    <layer class="SimpleMarker" enabled="1" id="beslutning_udpeg_0" locked="0" pass="6">
     <Option type="Map">
      <Option name="angle" type="QString" value="0" />
      <Option name="cap_style" type="QString" value="square" />
      <Option name="color" type="QString" value="79,131,200,255,rgb:0.30980392156862746,0.51372549019607838,0.78431372549019607,1" />
      <Option name="horizontal_anchor_point" type="QString" value="1" />
      <Option name="joinstyle" type="QString" value="bevel" />
      <Option name="name" type="QString" value="diamond" />
      <Option name="offset" type="QString" value="0,0" />
      <Option name="offset_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0" />
      <Option name="offset_unit" type="QString" value="MM" />
      <Option name="outline_color" type="QString" value="27,48,88,255,rgb:0.10588235294117647,0.18823529411764706,0.34509803921568627,1" />
      <Option name="outline_style" type="QString" value="solid" />
      <Option name="outline_width" type="QString" value="0.2" />
      <Option name="outline_width_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0" />
      <Option name="outline_width_unit" type="QString" value="MM" />
      <Option name="scale_method" type="QString" value="diameter" />
      <Option name="size" type="QString" value="3.4" />
      <Option name="size_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0" />
      <Option name="size_unit" type="QString" value="MM" />
      <Option name="vertical_anchor_point" type="QString" value="1" />
     </Option>
     <data_defined_properties>
      <Option type="Map">
       <Option name="name" type="QString" value="" />
       <Option name="properties" type="Map">
        <Option name="size" type="Map">
         <Option name="active" type="bool" value="true" />
         <Option name="expression" type="QString" value="coalesce(scale_linear(@map_scale, 2000, 50000, 3.4, 1.7), 3.4)" />
         <Option name="type" type="int" value="3" />
        </Option>
       </Option>
       <Option name="type" type="QString" value="collection" />
      </Option>
     </data_defined_properties>
    </layer>
    <layer class="SimpleMarker" enabled="1" id="beslutning_udpeg_1" locked="0" pass="6">
     <Option type="Map">
      <Option name="angle" type="QString" value="0" />
      <Option name="cap_style" type="QString" value="square" />
      <Option name="color" type="QString" value="255,255,255,255,rgb:1,1,1,1" />
      <Option name="horizontal_anchor_point" type="QString" value="1" />
      <Option name="joinstyle" type="QString" value="bevel" />
      <Option name="name" type="QString" value="circle" />
      <Option name="offset" type="QString" value="0,0" />
      <Option name="offset_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0" />
      <Option name="offset_unit" type="QString" value="MM" />
      <Option name="outline_color" type="QString" value="255,255,255,255,rgb:1,1,1,1" />
      <Option name="outline_style" type="QString" value="no" />
      <Option name="outline_width" type="QString" value="0.3" />
      <Option name="outline_width_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0" />
      <Option name="outline_width_unit" type="QString" value="MM" />
      <Option name="scale_method" type="QString" value="diameter" />
      <Option name="size" type="QString" value="1.1" />
      <Option name="size_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0" />
      <Option name="size_unit" type="QString" value="MM" />
      <Option name="vertical_anchor_point" type="QString" value="1" />
     </Option>
     <data_defined_properties>
      <Option type="Map">
       <Option name="name" type="QString" value="" />
       <Option name="properties" type="Map">
        <Option name="size" type="Map">
         <Option name="active" type="bool" value="true" />
         <Option name="expression" type="QString" value="coalesce(scale_linear(@map_scale, 2000, 50000, 1.1, 0.5), 1.1)" />
         <Option name="type" type="int" value="3" />
        </Option>
       </Option>
       <Option name="type" type="QString" value="collection" />
      </Option>
     </data_defined_properties>
    </layer>
   </symbol>
   <symbol alpha="1" clip_to_extent="1" force_rhr="0" frame_rate="10" is_animated="0" name="3" type="marker">
    <data_defined_properties>
     <Option type="Map">
      <Option name="name" type="QString" value="" />
      <Option name="properties" />
      <Option name="type" type="QString" value="collection" />
     </Option>
    </data_defined_properties>
    <layer class="SimpleMarker" enabled="1" id="beslutning_udpeg_ikke_0" locked="0" pass="3">
     <Option type="Map">
      <Option name="angle" type="QString" value="0" />
      <Option name="cap_style" type="QString" value="square" />
      <Option name="color" type="QString" value="255,255,255,255,rgb:1,1,1,1" />
      <Option name="horizontal_anchor_point" type="QString" value="1" />
      <Option name="joinstyle" type="QString" value="bevel" />
      <Option name="name" type="QString" value="diamond" />
      <Option name="offset" type="QString" value="0,0" />
      <Option name="offset_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0" />
      <Option name="offset_unit" type="QString" value="MM" />
      <Option name="outline_color" type="QString" value="43,74,127,255,rgb:0.16862745098039217,0.29019607843137257,0.49803921568627452,1" />
      <Option name="outline_style" type="QString" value="solid" />
      <Option name="outline_width" type="QString" value="0.5" />
      <Option name="outline_width_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0" />
      <Option name="outline_width_unit" type="QString" value="MM" />
      <Option name="scale_method" type="QString" value="diameter" />
      <Option name="size" type="QString" value="3.4" />
      <Option name="size_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0" />
      <Option name="size_unit" type="QString" value="MM" />
      <Option name="vertical_anchor_point" type="QString" value="1" />
     </Option>
     <data_defined_properties>
      <Option type="Map">
       <Option name="name" type="QString" value="" />
       <Option name="properties" type="Map">
        <Option name="outlineWidth" type="Map">
         <Option name="active" type="bool" value="true" />
         <Option name="expression" type="QString" value="coalesce(scale_linear(@map_scale, 2000, 50000, 0.5, 0.3), 0.5)" />
         <Option name="type" type="int" value="3" />
        </Option>
        <Option name="size" type="Map">
         <Option name="active" type="bool" value="true" />
         <Option name="expression" type="QString" value="coalesce(scale_linear(@map_scale, 2000, 50000, 3.4, 1.7), 3.4)" />
         <Option name="type" type="int" value="3" />
        </Option>
       </Option>
       <Option name="type" type="QString" value="collection" />
      </Option>
     </data_defined_properties>
    </layer>
    <layer class="SimpleMarker" enabled="1" id="beslutning_udpeg_ikke_1" locked="0" pass="3">
     <Option type="Map">
      <Option name="angle" type="QString" value="0" />
      <Option name="cap_style" type="QString" value="square" />
      <Option name="color" type="QString" value="255,0,0,255,rgb:1,0,0,1" />
      <Option name="horizontal_anchor_point" type="QString" value="1" />
      <Option name="joinstyle" type="QString" value="bevel" />
      <Option name="name" type="QString" value="cross2" />
      <Option name="offset" type="QString" value="0,0" />
      <Option name="offset_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0" />
      <Option name="offset_unit" type="QString" value="MM" />
      <Option name="outline_color" type="QString" value="43,74,127,255,rgb:0.16862745098039217,0.29019607843137257,0.49803921568627452,1" />
      <Option name="outline_style" type="QString" value="solid" />
      <Option name="outline_width" type="QString" value="0.3" />
      <Option name="outline_width_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0" />
      <Option name="outline_width_unit" type="QString" value="MM" />
      <Option name="scale_method" type="QString" value="diameter" />
      <Option name="size" type="QString" value="1.1" />
      <Option name="size_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0" />
      <Option name="size_unit" type="QString" value="MM" />
      <Option name="vertical_anchor_point" type="QString" value="1" />
     </Option>
     <data_defined_properties>
      <Option type="Map">
       <Option name="name" type="QString" value="" />
       <Option name="properties" type="Map">
        <Option name="size" type="Map">
         <Option name="active" type="bool" value="true" />
         <Option name="expression" type="QString" value="coalesce(scale_linear(@map_scale, 2000, 50000, 1.1, 0.5), 1.1)" />
         <Option name="type" type="int" value="3" />
        </Option>
       </Option>
       <Option name="type" type="QString" value="collection" />
      </Option>
     </data_defined_properties>
    </layer>
   </symbol>
   <symbol alpha="1" clip_to_extent="1" force_rhr="0" frame_rate="10" is_animated="0" name="4" type="marker">
    <data_defined_properties>
     <Option type="Map">
      <Option name="name" type="QString" value="" />
      <Option name="properties" />
      <Option name="type" type="QString" value="collection" />
     </Option>
    </data_defined_properties>
    <layer class="SimpleMarker" enabled="1" id="til_vurdering_0" locked="0" pass="2">
     <Option type="Map">
      <Option name="angle" type="QString" value="0" />
      <Option name="cap_style" type="QString" value="square" />
      <Option name="color" type="QString" value="255,240,196,255,rgb:1,0.94117647058823528,0.7686274509803922,1" />
      <Option name="horizontal_anchor_point" type="QString" value="1" />
      <Option name="joinstyle" type="QString" value="bevel" />
      <Option name="name" type="QString" value="triangle" />
      <Option name="offset" type="QString" value="0,0" />
      <Option name="offset_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0" />
      <Option name="offset_unit" type="QString" value="MM" />
      <Option name="outline_color" type="QString" value="178,106,0,255,rgb:0.69803921568627447,0.41568627450980394,0,1" />
      <Option name="outline_style" type="QString" value="solid" />
      <Option name="outline_width" type="QString" value="0.5" />
      <Option name="outline_width_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0" />
      <Option name="outline_width_unit" type="QString" value="MM" />
      <Option name="scale_method" type="QString" value="diameter" />
      <Option name="size" type="QString" value="3" />
      <Option name="size_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0" />
      <Option name="size_unit" type="QString" value="MM" />
      <Option name="vertical_anchor_point" type="QString" value="1" />
     </Option>
     <data_defined_properties>
      <Option type="Map">
       <Option name="name" type="QString" value="" />
       <Option name="properties" type="Map">
        <Option name="outlineWidth" type="Map">
         <Option name="active" type="bool" value="true" />
         <Option name="expression" type="QString" value="coalesce(scale_linear(@map_scale, 2000, 50000, 0.5, 0.3), 0.5)" />
         <Option name="type" type="int" value="3" />
        </Option>
        <Option name="size" type="Map">
         <Option name="active" type="bool" value="true" />
         <Option name="expression" type="QString" value="coalesce(scale_linear(@map_scale, 2000, 50000, 3.0, 1.5), 3.0)" />
         <Option name="type" type="int" value="3" />
        </Option>
       </Option>
       <Option name="type" type="QString" value="collection" />
      </Option>
     </data_defined_properties>
    </layer>
   </symbol>
   <symbol alpha="1" clip_to_extent="1" force_rhr="0" frame_rate="10" is_animated="0" name="5" type="marker">
    <data_defined_properties>
     <Option type="Map">
      <Option name="name" type="QString" value="" />
      <Option name="properties" />
      <Option name="type" type="QString" value="collection" />
     </Option>
    </data_defined_properties>
    <layer class="SimpleMarker" enabled="1" id="ikke_udpeget_0" locked="0" pass="1">
     <Option type="Map">
      <Option name="angle" type="QString" value="0" />
      <Option name="cap_style" type="QString" value="square" />
      <Option name="color" type="QString" value="203,198,189,255,rgb:0.79607843137254897,0.77647058823529413,0.74117647058823533,1" />
      <Option name="horizontal_anchor_point" type="QString" value="1" />
      <Option name="joinstyle" type="QString" value="bevel" />
      <Option name="name" type="QString" value="circle" />
      <Option name="offset" type="QString" value="0,0" />
      <Option name="offset_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0" />
      <Option name="offset_unit" type="QString" value="MM" />
      <Option name="outline_color" type="QString" value="157,151,140,255,rgb:0.61568627450980395,0.59215686274509804,0.5490196078431373,1" />
      <Option name="outline_style" type="QString" value="solid" />
      <Option name="outline_width" type="QString" value="0.2" />
      <Option name="outline_width_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0" />
      <Option name="outline_width_unit" type="QString" value="MM" />
      <Option name="scale_method" type="QString" value="diameter" />
      <Option name="size" type="QString" value="1.8" />
      <Option name="size_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0" />
      <Option name="size_unit" type="QString" value="MM" />
      <Option name="vertical_anchor_point" type="QString" value="1" />
     </Option>
     <data_defined_properties>
      <Option type="Map">
       <Option name="name" type="QString" value="" />
       <Option name="properties" type="Map">
        <Option name="size" type="Map">
         <Option name="active" type="bool" value="true" />
         <Option name="expression" type="QString" value="coalesce(scale_linear(@map_scale, 2000, 50000, 1.8, 0.65), 1.8)" />
         <Option name="type" type="int" value="3" />
        </Option>
       </Option>
       <Option name="type" type="QString" value="collection" />
      </Option>
     </data_defined_properties>
    </layer>
   </symbol>
   <symbol alpha="1" clip_to_extent="1" force_rhr="0" frame_rate="10" is_animated="0" name="6" type="marker">
    <data_defined_properties>
     <Option type="Map">
      <Option name="name" type="QString" value="" />
      <Option name="properties" />
      <Option name="type" type="QString" value="collection" />
     </Option>
    </data_defined_properties>
    <layer class="SimpleMarker" enabled="1" id="ikke_registreret_0" locked="0" pass="0">
     <Option type="Map">
      <Option name="angle" type="QString" value="0" />
      <Option name="cap_style" type="QString" value="square" />
      <Option name="color" type="QString" value="255,255,255,255,rgb:1,1,1,1" />
      <Option name="horizontal_anchor_point" type="QString" value="1" />
      <Option name="joinstyle" type="QString" value="bevel" />
      <Option name="name" type="QString" value="circle" />
      <Option name="offset" type="QString" value="0,0" />
      <Option name="offset_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0" />
      <Option name="offset_unit" type="QString" value="MM" />
      <Option name="outline_color" type="QString" value="165,159,149,255,rgb:0.6470588235294118,0.62352941176470589,0.58431372549019611,1" />
      <Option name="outline_style" type="QString" value="solid" />
      <Option name="outline_width" type="QString" value="0.2" />
      <Option name="outline_width_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0" />
      <Option name="outline_width_unit" type="QString" value="MM" />
      <Option name="scale_method" type="QString" value="diameter" />
      <Option name="size" type="QString" value="1.8" />
      <Option name="size_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0" />
      <Option name="size_unit" type="QString" value="MM" />
      <Option name="vertical_anchor_point" type="QString" value="1" />
     </Option>
     <data_defined_properties>
      <Option type="Map">
       <Option name="name" type="QString" value="" />
       <Option name="properties" type="Map">
        <Option name="size" type="Map">
         <Option name="active" type="bool" value="true" />
         <Option name="expression" type="QString" value="coalesce(scale_linear(@map_scale, 2000, 50000, 1.8, 0.65), 1.8)" />
         <Option name="type" type="int" value="3" />
        </Option>
       </Option>
       <Option name="type" type="QString" value="collection" />
      </Option>
     </data_defined_properties>
    </layer>
   </symbol>
   <symbol alpha="1" clip_to_extent="1" force_rhr="0" frame_rate="10" is_animated="0" name="7" type="marker">
    <data_defined_properties>
     <Option type="Map">
      <Option name="name" type="QString" value="" />
      <Option name="properties" />
      <Option name="type" type="QString" value="collection" />
     </Option>
    </data_defined_properties>
    <layer class="SimpleMarker" enabled="1" id="fredet_0" locked="0" pass="8">
     <Option type="Map">
      <Option name="angle" type="QString" value="0" />
      <Option name="cap_style" type="QString" value="square" />
      <Option name="color" type="QString" value="64,36,108,255,rgb:0.25098039215686274,0.14117647058823529,0.42352941176470588,1" />
      <Option name="horizontal_anchor_point" type="QString" value="1" />
      <Option name="joinstyle" type="QString" value="bevel" />
      <Option name="name" type="QString" value="diamond" />
      <Option name="offset" type="QString" value="0,0" />
      <Option name="offset_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0" />
      <Option name="offset_unit" type="QString" value="MM" />
      <Option name="outline_color" type="QString" value="52,28,88,255,rgb:0.20392156862745098,0.10980392156862745,0.34509803921568627,1" />
      <Option name="outline_style" type="QString" value="solid" />
      <Option name="outline_width" type="QString" value="0.2" />
      <Option name="outline_width_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0" />
      <Option name="outline_width_unit" type="QString" value="MM" />
      <Option name="scale_method" type="QString" value="diameter" />
      <Option name="size" type="QString" value="3.4" />
      <Option name="size_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0" />
      <Option name="size_unit" type="QString" value="MM" />
      <Option name="vertical_anchor_point" type="QString" value="1" />
     </Option>
     <data_defined_properties>
      <Option type="Map">
       <Option name="name" type="QString" value="" />
       <Option name="properties" type="Map">
        <Option name="size" type="Map">
         <Option name="active" type="bool" value="true" />
         <Option name="expression" type="QString" value="coalesce(scale_linear(@map_scale, 2000, 50000, 3.4, 1.7), 3.4)" />
         <Option name="type" type="int" value="3" />
        </Option>
       </Option>
       <Option name="type" type="QString" value="collection" />
      </Option>
     </data_defined_properties>
    </layer>
    <layer class="SimpleMarker" enabled="1" id="fredet_1" locked="0" pass="8">
     <Option type="Map">
      <Option name="angle" type="QString" value="0" />
      <Option name="cap_style" type="QString" value="square" />
      <Option name="color" type="QString" value="255,255,255,255,rgb:1,1,1,1" />
      <Option name="horizontal_anchor_point" type="QString" value="1" />
      <Option name="joinstyle" type="QString" value="bevel" />
      <Option name="name" type="QString" value="circle" />
      <Option name="offset" type="QString" value="0,0" />
      <Option name="offset_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0" />
      <Option name="offset_unit" type="QString" value="MM" />
      <Option name="outline_color" type="QString" value="255,255,255,255,rgb:1,1,1,1" />
      <Option name="outline_style" type="QString" value="no" />
      <Option name="outline_width" type="QString" value="0.3" />
      <Option name="outline_width_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0" />
      <Option name="outline_width_unit" type="QString" value="MM" />
      <Option name="scale_method" type="QString" value="diameter" />
      <Option name="size" type="QString" value="1.1" />
      <Option name="size_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0" />
      <Option name="size_unit" type="QString" value="MM" />
      <Option name="vertical_anchor_point" type="QString" value="1" />
     </Option>
     <data_defined_properties>
      <Option type="Map">
       <Option name="name" type="QString" value="" />
       <Option name="properties" type="Map">
        <Option name="size" type="Map">
         <Option name="active" type="bool" value="true" />
         <Option name="expression" type="QString" value="coalesce(scale_linear(@map_scale, 2000, 50000, 1.1, 0.5), 1.1)" />
         <Option name="type" type="int" value="3" />
        </Option>
       </Option>
       <Option name="type" type="QString" value="collection" />
      </Option>
     </data_defined_properties>
    </layer>
   </symbol>
   <symbol alpha="1" clip_to_extent="1" force_rhr="0" frame_rate="10" is_animated="0" name="8" type="marker">
    <data_defined_properties>
     <Option type="Map">
      <Option name="name" type="QString" value="" />
      <Option name="properties" />
      <Option name="type" type="QString" value="collection" />
     </Option>
    </data_defined_properties>
    <layer class="SimpleMarker" enabled="1" id="kirke_0" locked="0" pass="8">
     <Option type="Map">
      <Option name="angle" type="QString" value="0" />
      <Option name="cap_style" type="QString" value="square" />
      <Option name="color" type="QString" value="134,194,187,255,rgb:0.52549019607843139,0.76078431372549016,0.73333333333333328,1" />
      <Option name="horizontal_anchor_point" type="QString" value="1" />
      <Option name="joinstyle" type="QString" value="bevel" />
      <Option name="name" type="QString" value="diamond" />
      <Option name="offset" type="QString" value="0,0" />
      <Option name="offset_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0" />
      <Option name="offset_unit" type="QString" value="MM" />
      <Option name="outline_color" type="QString" value="20,63,60,255,rgb:0.07843137254901961,0.24705882352941178,0.23529411764705882,1" />
      <Option name="outline_style" type="QString" value="solid" />
      <Option name="outline_width" type="QString" value="0.2" />
      <Option name="outline_width_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0" />
      <Option name="outline_width_unit" type="QString" value="MM" />
      <Option name="scale_method" type="QString" value="diameter" />
      <Option name="size" type="QString" value="3.4" />
      <Option name="size_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0" />
      <Option name="size_unit" type="QString" value="MM" />
      <Option name="vertical_anchor_point" type="QString" value="1" />
     </Option>
     <data_defined_properties>
      <Option type="Map">
       <Option name="name" type="QString" value="" />
       <Option name="properties" type="Map">
        <Option name="size" type="Map">
         <Option name="active" type="bool" value="true" />
         <Option name="expression" type="QString" value="coalesce(scale_linear(@map_scale, 2000, 50000, 3.4, 1.7), 3.4)" />
         <Option name="type" type="int" value="3" />
        </Option>
       </Option>
       <Option name="type" type="QString" value="collection" />
      </Option>
     </data_defined_properties>
    </layer>
    <layer class="SimpleMarker" enabled="1" id="kirke_1" locked="0" pass="8">
     <Option type="Map">
      <Option name="angle" type="QString" value="0" />
      <Option name="cap_style" type="QString" value="square" />
      <Option name="color" type="QString" value="255,255,255,255,rgb:1,1,1,1" />
      <Option name="horizontal_anchor_point" type="QString" value="1" />
      <Option name="joinstyle" type="QString" value="bevel" />
      <Option name="name" type="QString" value="circle" />
      <Option name="offset" type="QString" value="0,0" />
      <Option name="offset_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0" />
      <Option name="offset_unit" type="QString" value="MM" />
      <Option name="outline_color" type="QString" value="255,255,255,255,rgb:1,1,1,1" />
      <Option name="outline_style" type="QString" value="no" />
      <Option name="outline_width" type="QString" value="0.3" />
      <Option name="outline_width_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0" />
      <Option name="outline_width_unit" type="QString" value="MM" />
      <Option name="scale_method" type="QString" value="diameter" />
      <Option name="size" type="QString" value="1.1" />
      <Option name="size_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0" />
      <Option name="size_unit" type="QString" value="MM" />
      <Option name="vertical_anchor_point" type="QString" value="1" />
     </Option>
     <data_defined_properties>
      <Option type="Map">
       <Option name="name" type="QString" value="" />
       <Option name="properties" type="Map">
        <Option name="size" type="Map">
         <Option name="active" type="bool" value="true" />
         <Option name="expression" type="QString" value="coalesce(scale_linear(@map_scale, 2000, 50000, 1.1, 0.5), 1.1)" />
         <Option name="type" type="int" value="3" />
        </Option>
       </Option>
       <Option name="type" type="QString" value="collection" />
      </Option>
     </data_defined_properties>
    </layer>
   </symbol>
   <symbol alpha="1" clip_to_extent="1" force_rhr="0" frame_rate="10" is_animated="0" name="9" type="marker">
    <data_defined_properties>
     <Option type="Map">
      <Option name="name" type="QString" value="" />
      <Option name="properties" />
      <Option name="type" type="QString" value="collection" />
     </Option>
    </data_defined_properties>
    <layer class="SimpleMarker" enabled="1" id="ukendt_0" locked="0" pass="7">
     <Option type="Map">
      <Option name="angle" type="QString" value="0" />
      <Option name="cap_style" type="QString" value="square" />
      <Option name="color" type="QString" value="255,0,200,255,rgb:1,0,0.78431372549019607,1" />
      <Option name="horizontal_anchor_point" type="QString" value="1" />
      <Option name="joinstyle" type="QString" value="bevel" />
      <Option name="name" type="QString" value="square" />
      <Option name="offset" type="QString" value="0,0" />
      <Option name="offset_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0" />
      <Option name="offset_unit" type="QString" value="MM" />
      <Option name="outline_color" type="QString" value="255,255,255,255,rgb:1,1,1,1" />
      <Option name="outline_style" type="QString" value="solid" />
      <Option name="outline_width" type="QString" value="0.2" />
      <Option name="outline_width_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0" />
      <Option name="outline_width_unit" type="QString" value="MM" />
      <Option name="scale_method" type="QString" value="diameter" />
      <Option name="size" type="QString" value="2.5" />
      <Option name="size_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0" />
      <Option name="size_unit" type="QString" value="MM" />
      <Option name="vertical_anchor_point" type="QString" value="1" />
     </Option>
     <data_defined_properties>
      <Option type="Map">
       <Option name="name" type="QString" value="" />
       <Option name="properties" type="Map">
        <Option name="size" type="Map">
         <Option name="active" type="bool" value="true" />
         <Option name="expression" type="QString" value="coalesce(scale_linear(@map_scale, 2000, 50000, 2.5, 1.25), 2.5)" />
         <Option name="type" type="int" value="3" />
        </Option>
       </Option>
       <Option name="type" type="QString" value="collection" />
      </Option>
     </data_defined_properties>
    </layer>
   </symbol>
  </symbols>
  <data-defined-properties>
   <Option type="Map">
    <Option name="name" type="QString" value="" />
    <Option name="properties" />
    <Option name="type" type="QString" value="collection" />
   </Option>
  </data-defined-properties>
 </renderer-v2>
 <selection mode="Default">
  <selectionColor invalid="1" />
 </selection>
 <labeling type="simple">
  <settings calloutType="simple">
   <text-style allowHtml="0" blendMode="0" capitalization="0" fieldName="save_vaerdi" fontFamily="Arial" fontItalic="0" fontKerning="1" fontLetterSpacing="0" fontSize="7.5" fontSizeMapUnitScale="3x:0,0,0,0,0,0" fontSizeUnit="Point" fontStrikeout="0" fontUnderline="0" fontWeight="50" fontWordSpacing="0" forcedBold="0" forcedItalic="0" isExpression="0" legendString="Aa" multilineHeight="1" multilineHeightUnit="Percentage" namedStyle="Bold" previewBkgrdColor="255,255,255,255,rgb:1,1,1,1" tabStopDistance="6" tabStopDistanceMapUnitScale="3x:0,0,0,0,0,0" tabStopDistanceUnit="Percentage" textColor="35,32,28,255,rgb:0.13725490196078433,0.12549019607843137,0.10980392156862745,1" textOpacity="1" textOrientation="horizontal" useSubstitutions="0">
    <families>
     <family name="Arial" />
     <family name="Liberation Sans" />
     <family name="DejaVu Sans" />
    </families>
    <text-buffer bufferBlendMode="0" bufferColor="255,255,255,255,rgb:1,1,1,1" bufferDraw="1" bufferJoinStyle="128" bufferNoFill="1" bufferOpacity="1" bufferSize="0.80000000000000004" bufferSizeMapUnitScale="3x:0,0,0,0,0,0" bufferSizeUnits="MM" />
    <text-mask maskEnabled="0" maskJoinStyle="128" maskOpacity="1" maskSize="1.5" maskSize2="1.5" maskSizeMapUnitScale="3x:0,0,0,0,0,0" maskSizeUnits="MM" maskType="0" maskedSymbolLayers="" />
    <background shapeBlendMode="0" shapeBorderColor="128,128,128,255,rgb:0.50196078431372548,0.50196078431372548,0.50196078431372548,1" shapeBorderWidth="0" shapeBorderWidthMapUnitScale="3x:0,0,0,0,0,0" shapeBorderWidthUnit="MM" shapeDraw="0" shapeFillColor="255,255,255,255,rgb:1,1,1,1" shapeJoinStyle="64" shapeOffsetMapUnitScale="3x:0,0,0,0,0,0" shapeOffsetUnit="MM" shapeOffsetX="0" shapeOffsetY="0" shapeOpacity="1" shapeRadiiMapUnitScale="3x:0,0,0,0,0,0" shapeRadiiUnit="MM" shapeRadiiX="0" shapeRadiiY="0" shapeRotation="0" shapeRotationType="0" shapeSVGFile="" shapeSizeMapUnitScale="3x:0,0,0,0,0,0" shapeSizeType="0" shapeSizeUnit="MM" shapeSizeX="0" shapeSizeY="0" shapeType="0">
     <symbol alpha="1" clip_to_extent="1" force_rhr="0" frame_rate="10" is_animated="0" name="fillSymbol" type="fill">
      <data_defined_properties>
       <Option type="Map">
        <Option name="name" type="QString" value="" />
        <Option name="properties" />
        <Option name="type" type="QString" value="collection" />
       </Option>
      </data_defined_properties>
      <layer class="SimpleFill" enabled="1" id="" locked="0" pass="0">
       <Option type="Map">
        <Option name="border_width_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0" />
        <Option name="color" type="QString" value="255,255,255,255,rgb:1,1,1,1" />
        <Option name="joinstyle" type="QString" value="bevel" />
        <Option name="offset" type="QString" value="0,0" />
        <Option name="offset_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0" />
        <Option name="offset_unit" type="QString" value="MM" />
        <Option name="outline_color" type="QString" value="128,128,128,255,rgb:0.50196078431372548,0.50196078431372548,0.50196078431372548,1" />
        <Option name="outline_style" type="QString" value="no" />
        <Option name="outline_width" type="QString" value="0" />
        <Option name="outline_width_unit" type="QString" value="MM" />
        <Option name="style" type="QString" value="solid" />
       </Option>
       <data_defined_properties>
        <Option type="Map">
         <Option name="name" type="QString" value="" />
         <Option name="properties" />
         <Option name="type" type="QString" value="collection" />
        </Option>
       </data_defined_properties>
      </layer>
     </symbol>
    </background>
    <shadow shadowBlendMode="6" shadowColor="0,0,0,255,rgb:0,0,0,1" shadowDraw="0" shadowOffsetAngle="135" shadowOffsetDist="1" shadowOffsetGlobal="1" shadowOffsetMapUnitScale="3x:0,0,0,0,0,0" shadowOffsetUnit="MM" shadowOpacity="0.69999999999999996" shadowRadius="1.5" shadowRadiusAlphaOnly="0" shadowRadiusMapUnitScale="3x:0,0,0,0,0,0" shadowRadiusUnit="MM" shadowScale="100" shadowUnder="0" />
    <dd_properties>
     <Option type="Map">
      <Option name="name" type="QString" value="" />
      <Option name="properties" />
      <Option name="type" type="QString" value="collection" />
     </Option>
    </dd_properties>
    <substitutions />
   </text-style>
   <text-format addDirectionSymbol="0" autoWrapLength="0" decimals="3" formatNumbers="0" leftDirectionSymbol="&lt;" multilineAlign="3" placeDirectionSymbol="0" plussign="0" reverseDirectionSymbol="0" rightDirectionSymbol="&gt;" useMaxLineLengthForAutoWrap="1" wrapChar="" />
   <placement allowDegraded="0" centroidInside="0" centroidWhole="0" dist="0.90000000000000002" distMapUnitScale="3x:0,0,0,0,0,0" distUnits="MM" fitInPolygonOnly="0" geometryGenerator="" geometryGeneratorEnabled="0" geometryGeneratorType="PointGeometry" labelOffsetMapUnitScale="3x:0,0,0,0,0,0" layerType="UnknownGeometry" lineAnchorClipping="0" lineAnchorPercent="0.5" lineAnchorTextPoint="FollowPlacement" lineAnchorType="0" maxCurvedCharAngleIn="25" maxCurvedCharAngleOut="-25" maximumDistance="0" maximumDistanceMapUnitScale="3x:0,0,0,0,0,0" maximumDistanceUnit="MM" offsetType="1" offsetUnits="MM" overlapHandling="PreventOverlap" overrunDistance="0" overrunDistanceMapUnitScale="3x:0,0,0,0,0,0" overrunDistanceUnit="MM" placement="6" placementFlags="10" polygonPlacementFlags="2" predefinedPositionOrder="TR,TL,BR,BL,R,L,TSR,BSR" preserveRotation="1" prioritization="PreferCloser" priority="5" quadOffset="4" repeatDistance="0" repeatDistanceMapUnitScale="3x:0,0,0,0,0,0" repeatDistanceUnits="MM" rotationAngle="0" rotationUnit="AngleDegrees" xOffset="0" yOffset="0" />
   <rendering drawLabels="1" fontLimitPixelSize="0" fontMaxPixelSize="10000" fontMinPixelSize="0" labelPerPart="0" limitNumLabels="0" maxNumLabels="2000" mergeLines="0" minFeatureSize="0" obstacle="1" obstacleFactor="1" obstacleType="1" scaleMax="2500" scaleMin="1" scaleVisibility="1" unplacedVisibility="0" upsidedownLabels="0" zIndex="0" />
   <dd_properties>
    <Option type="Map">
     <Option name="name" type="QString" value="" />
     <Option name="properties" />
     <Option name="type" type="QString" value="collection" />
    </Option>
   </dd_properties>
  </settings>
 </labeling>
 <blendMode>0</blendMode>
 <featureBlendMode>0</featureBlendMode>
 <fieldConfiguration>
  <field configurationFlags="NoFlag" name="udpegning">
   <editWidget type="ValueMap">
    <config>
     <Option type="Map">
      <Option name="map" type="List">
       <Option type="Map">
        <Option name="Særskilt beslutning" type="QString" value="beslutning" />
       </Option>
       <Option type="Map">
        <Option name="Høj bevaringsværdi" type="QString" value="vaerdi_1_3" />
       </Option>
       <Option type="Map">
        <Option name="Efter kommunens særlige regel" type="QString" value="vaerdi_4_ensartet" />
       </Option>
       <Option type="Map">
        <Option name="Skal vurderes af en fagperson" type="QString" value="til_vurdering" />
       </Option>
       <Option type="Map">
        <Option name="Ikke udpeget" type="QString" value="ikke_udpeget" />
       </Option>
       <Option type="Map">
        <Option name="Uden SAVE-værdi" type="QString" value="ikke_registreret" />
       </Option>
      </Option>
     </Option>
    </config>
   </editWidget>
  </field>
  <field configurationFlags="NoFlag" name="begrundelse">
   <editWidget type="TextEdit">
    <config>
     <Option type="Map">
      <Option name="IsMultiline" type="bool" value="true" />
      <Option name="UseHtml" type="bool" value="false" />
     </Option>
    </config>
   </editWidget>
  </field>
  <field configurationFlags="NoFlag" name="gaeldende_udpegning">
   <editWidget type="ValueMap">
    <config>
     <Option type="Map">
      <Option name="map" type="List">
       <Option type="Map">
        <Option name="En lokalplan" type="QString" value="lokalplan" />
       </Option>
       <Option type="Map">
        <Option name="Kommuneplanen" type="QString" value="kommuneplan" />
       </Option>
       <Option type="Map">
        <Option name="Kommuneplanen og en lokalplan" type="QString" value="begge" />
       </Option>
       <Option type="Map">
        <Option name="Ingen plan" type="QString" value="ingen" />
       </Option>
       <Option type="Map">
        <Option name="En plan, som registret ikke nævner ved navn" type="QString" value="uoplyst" />
       </Option>
      </Option>
     </Option>
    </config>
   </editWidget>
  </field>
  <field configurationFlags="NoFlag" name="bygningstype">
   <editWidget type="ValueMap">
    <config>
     <Option type="Map">
      <Option name="map" type="List">
       <Option type="Map">
        <Option name="Hovedbygning" type="QString" value="hoved" />
       </Option>
       <Option type="Map">
        <Option name="Sekundær bygning" type="QString" value="sekundaer" />
       </Option>
      </Option>
     </Option>
    </config>
   </editWidget>
  </field>
  <field configurationFlags="NoFlag" name="anvendelse">
   <editWidget type="ValueMap">
    <config>
     <Option type="Map">
      <Option name="map" type="List">
       <Option type="Map">
        <Option name="stuehus til landbrugsejendom" type="QString" value="110" />
       </Option>
       <Option type="Map">
        <Option name="fritliggende enfamiliehus" type="QString" value="120" />
       </Option>
       <Option type="Map">
        <Option name="sammenbygget enfamiliehus" type="QString" value="121" />
       </Option>
       <Option type="Map">
        <Option name="fritliggende enfamiliehus i tæt-lav bebyggelse" type="QString" value="122" />
       </Option>
       <Option type="Map">
        <Option name="række-, kæde- eller dobbelthus (udfaset kode)" type="QString" value="130" />
       </Option>
       <Option type="Map">
        <Option name="række-, kæde- og klyngehus" type="QString" value="131" />
       </Option>
       <Option type="Map">
        <Option name="dobbelthus" type="QString" value="132" />
       </Option>
       <Option type="Map">
        <Option name="etagebolig, flerfamilie- eller tofamiliehus" type="QString" value="140" />
       </Option>
       <Option type="Map">
        <Option name="kollegium" type="QString" value="150" />
       </Option>
       <Option type="Map">
        <Option name="døgninstitution" type="QString" value="160" />
       </Option>
       <Option type="Map">
        <Option name="anneks til helårsbolig" type="QString" value="185" />
       </Option>
       <Option type="Map">
        <Option name="anden helårsbeboelse" type="QString" value="190" />
       </Option>
       <Option type="Map">
        <Option name="landbrugsproduktion (udfaset kode)" type="QString" value="210" />
       </Option>
       <Option type="Map">
        <Option name="svinestald" type="QString" value="211" />
       </Option>
       <Option type="Map">
        <Option name="stald til kvæg, får m.v." type="QString" value="212" />
       </Option>
       <Option type="Map">
        <Option name="fjerkræstald" type="QString" value="213" />
       </Option>
       <Option type="Map">
        <Option name="minkhal" type="QString" value="214" />
       </Option>
       <Option type="Map">
        <Option name="væksthus" type="QString" value="215" />
       </Option>
       <Option type="Map">
        <Option name="lade til foder og afgrøder" type="QString" value="216" />
       </Option>
       <Option type="Map">
        <Option name="maskinhus eller garage til landbrug" type="QString" value="217" />
       </Option>
       <Option type="Map">
        <Option name="lade til halm og hø" type="QString" value="218" />
       </Option>
       <Option type="Map">
        <Option name="anden landbrugsbygning" type="QString" value="219" />
       </Option>
       <Option type="Map">
        <Option name="industri (udfaset kode)" type="QString" value="220" />
       </Option>
       <Option type="Map">
        <Option name="industri med integreret produktionsapparat" type="QString" value="221" />
       </Option>
       <Option type="Map">
        <Option name="industri uden integreret produktionsapparat" type="QString" value="222" />
       </Option>
       <Option type="Map">
        <Option name="værksted" type="QString" value="223" />
       </Option>
       <Option type="Map">
        <Option name="anden produktionsbygning" type="QString" value="229" />
       </Option>
       <Option type="Map">
        <Option name="forsyning (udfaset kode)" type="QString" value="230" />
       </Option>
       <Option type="Map">
        <Option name="energiproduktion" type="QString" value="231" />
       </Option>
       <Option type="Map">
        <Option name="energidistribution" type="QString" value="232" />
       </Option>
       <Option type="Map">
        <Option name="vandforsyning" type="QString" value="233" />
       </Option>
       <Option type="Map">
        <Option name="affald og spildevand" type="QString" value="234" />
       </Option>
       <Option type="Map">
        <Option name="anden forsyning" type="QString" value="239" />
       </Option>
       <Option type="Map">
        <Option name="anden erhvervsproduktion (udfaset kode)" type="QString" value="290" />
       </Option>
       <Option type="Map">
        <Option name="transport og garageanlæg (udfaset kode)" type="QString" value="310" />
       </Option>
       <Option type="Map">
        <Option name="jernbane- og busdrift" type="QString" value="311" />
       </Option>
       <Option type="Map">
        <Option name="luftfart" type="QString" value="312" />
       </Option>
       <Option type="Map">
        <Option name="parkerings- og transportanlæg" type="QString" value="313" />
       </Option>
       <Option type="Map">
        <Option name="parkering af flere end to køretøjer ved boliger" type="QString" value="314" />
       </Option>
       <Option type="Map">
        <Option name="havneanlæg" type="QString" value="315" />
       </Option>
       <Option type="Map">
        <Option name="andet transportanlæg" type="QString" value="319" />
       </Option>
       <Option type="Map">
        <Option name="kontor, handel, lager (udfaset kode)" type="QString" value="320" />
       </Option>
       <Option type="Map">
        <Option name="kontor" type="QString" value="321" />
       </Option>
       <Option type="Map">
        <Option name="detailhandel" type="QString" value="322" />
       </Option>
       <Option type="Map">
        <Option name="lager" type="QString" value="323" />
       </Option>
       <Option type="Map">
        <Option name="butikscenter" type="QString" value="324" />
       </Option>
       <Option type="Map">
        <Option name="tankstation" type="QString" value="325" />
       </Option>
       <Option type="Map">
        <Option name="anden handel, kontor og lager" type="QString" value="329" />
       </Option>
       <Option type="Map">
        <Option name="hotel og service (udfaset kode)" type="QString" value="330" />
       </Option>
       <Option type="Map">
        <Option name="hotel, kro eller konferencecenter" type="QString" value="331" />
       </Option>
       <Option type="Map">
        <Option name="bed &amp; breakfast" type="QString" value="332" />
       </Option>
       <Option type="Map">
        <Option name="restaurant eller café" type="QString" value="333" />
       </Option>
       <Option type="Map">
        <Option name="privat servicevirksomhed" type="QString" value="334" />
       </Option>
       <Option type="Map">
        <Option name="anden service" type="QString" value="339" />
       </Option>
       <Option type="Map">
        <Option name="anden erhvervsbygning (udfaset kode)" type="QString" value="390" />
       </Option>
       <Option type="Map">
        <Option name="kultur (udfaset kode)" type="QString" value="410" />
       </Option>
       <Option type="Map">
        <Option name="biograf eller teater" type="QString" value="411" />
       </Option>
       <Option type="Map">
        <Option name="museum" type="QString" value="412" />
       </Option>
       <Option type="Map">
        <Option name="bibliotek" type="QString" value="413" />
       </Option>
       <Option type="Map">
        <Option name="kirke" type="QString" value="414" />
       </Option>
       <Option type="Map">
        <Option name="forsamlingshus" type="QString" value="415" />
       </Option>
       <Option type="Map">
        <Option name="forlystelsespark" type="QString" value="416" />
       </Option>
       <Option type="Map">
        <Option name="anden kulturbygning" type="QString" value="419" />
       </Option>
       <Option type="Map">
        <Option name="undervisning og forskning (udfaset kode)" type="QString" value="420" />
       </Option>
       <Option type="Map">
        <Option name="grundskole" type="QString" value="421" />
       </Option>
       <Option type="Map">
        <Option name="universitet" type="QString" value="422" />
       </Option>
       <Option type="Map">
        <Option name="anden undervisning" type="QString" value="429" />
       </Option>
       <Option type="Map">
        <Option name="sygehus m.v. (udfaset kode)" type="QString" value="430" />
       </Option>
       <Option type="Map">
        <Option name="hospital" type="QString" value="431" />
       </Option>
       <Option type="Map">
        <Option name="hospice" type="QString" value="432" />
       </Option>
       <Option type="Map">
        <Option name="sundhedscenter" type="QString" value="433" />
       </Option>
       <Option type="Map">
        <Option name="anden sundhedsbygning" type="QString" value="439" />
       </Option>
       <Option type="Map">
        <Option name="daginstitution m.v. (udfaset kode)" type="QString" value="440" />
       </Option>
       <Option type="Map">
        <Option name="daginstitution" type="QString" value="441" />
       </Option>
       <Option type="Map">
        <Option name="servicefunktion på døgninstitution" type="QString" value="442" />
       </Option>
       <Option type="Map">
        <Option name="kaserne" type="QString" value="443" />
       </Option>
       <Option type="Map">
        <Option name="fængsel" type="QString" value="444" />
       </Option>
       <Option type="Map">
        <Option name="anden institution" type="QString" value="449" />
       </Option>
       <Option type="Map">
        <Option name="beskyttelsesrum" type="QString" value="451" />
       </Option>
       <Option type="Map">
        <Option name="anden institution (udfaset kode)" type="QString" value="490" />
       </Option>
       <Option type="Map">
        <Option name="sommerhus" type="QString" value="510" />
       </Option>
       <Option type="Map">
        <Option name="feriekoloni m.v. (udfaset kode)" type="QString" value="520" />
       </Option>
       <Option type="Map">
        <Option name="ferie- eller campingcenter" type="QString" value="521" />
       </Option>
       <Option type="Map">
        <Option name="ferielejlighed til erhverv" type="QString" value="522" />
       </Option>
       <Option type="Map">
        <Option name="ferielejlighed til eget brug" type="QString" value="523" />
       </Option>
       <Option type="Map">
        <Option name="anden feriebygning" type="QString" value="529" />
       </Option>
       <Option type="Map">
        <Option name="idræt (udfaset kode)" type="QString" value="530" />
       </Option>
       <Option type="Map">
        <Option name="klubhus" type="QString" value="531" />
       </Option>
       <Option type="Map">
        <Option name="svømmehal" type="QString" value="532" />
       </Option>
       <Option type="Map">
        <Option name="idrætshal" type="QString" value="533" />
       </Option>
       <Option type="Map">
        <Option name="tribune" type="QString" value="534" />
       </Option>
       <Option type="Map">
        <Option name="hesteopstaldning" type="QString" value="535" />
       </Option>
       <Option type="Map">
        <Option name="anden idrætsbygning" type="QString" value="539" />
       </Option>
       <Option type="Map">
        <Option name="kolonihavehus" type="QString" value="540" />
       </Option>
       <Option type="Map">
        <Option name="anneks til sommerhus" type="QString" value="585" />
       </Option>
       <Option type="Map">
        <Option name="anden fritidsbygning" type="QString" value="590" />
       </Option>
       <Option type="Map">
        <Option name="garage" type="QString" value="910" />
       </Option>
       <Option type="Map">
        <Option name="carport" type="QString" value="920" />
       </Option>
       <Option type="Map">
        <Option name="udhus" type="QString" value="930" />
       </Option>
       <Option type="Map">
        <Option name="drivhus" type="QString" value="940" />
       </Option>
       <Option type="Map">
        <Option name="fritliggende overdækning" type="QString" value="950" />
       </Option>
       <Option type="Map">
        <Option name="fritliggende udestue" type="QString" value="960" />
       </Option>
       <Option type="Map">
        <Option name="tiloversbleven landbrugsbygning" type="QString" value="970" />
       </Option>
       <Option type="Map">
        <Option name="faldefærdig bygning" type="QString" value="990" />
       </Option>
       <Option type="Map">
        <Option name="ukendt bygning" type="QString" value="999" />
       </Option>
      </Option>
     </Option>
    </config>
   </editWidget>
  </field>
  <field configurationFlags="NoFlag" name="ydervaeg">
   <editWidget type="ValueMap">
    <config>
     <Option type="Map">
      <Option name="map" type="List">
       <Option type="Map">
        <Option name="mursten" type="QString" value="1" />
       </Option>
       <Option type="Map">
        <Option name="letbetonsten" type="QString" value="2" />
       </Option>
       <Option type="Map">
        <Option name="fibercement med asbest" type="QString" value="3" />
       </Option>
       <Option type="Map">
        <Option name="bindingsværk" type="QString" value="4" />
       </Option>
       <Option type="Map">
        <Option name="træ" type="QString" value="5" />
       </Option>
       <Option type="Map">
        <Option name="betonelementer" type="QString" value="6" />
       </Option>
       <Option type="Map">
        <Option name="metal" type="QString" value="8" />
       </Option>
       <Option type="Map">
        <Option name="fibercement uden asbest" type="QString" value="10" />
       </Option>
       <Option type="Map">
        <Option name="plast" type="QString" value="11" />
       </Option>
       <Option type="Map">
        <Option name="glas" type="QString" value="12" />
       </Option>
       <Option type="Map">
        <Option name="ingen" type="QString" value="80" />
       </Option>
       <Option type="Map">
        <Option name="andet materiale" type="QString" value="90" />
       </Option>
      </Option>
     </Option>
    </config>
   </editWidget>
  </field>
  <field configurationFlags="NoFlag" name="tagdaekning">
   <editWidget type="ValueMap">
    <config>
     <Option type="Map">
      <Option name="map" type="List">
       <Option type="Map">
        <Option name="tagpap med lille hældning" type="QString" value="1" />
       </Option>
       <Option type="Map">
        <Option name="tagpap med stor hældning" type="QString" value="2" />
       </Option>
       <Option type="Map">
        <Option name="fibercement med asbest" type="QString" value="3" />
       </Option>
       <Option type="Map">
        <Option name="betontagsten" type="QString" value="4" />
       </Option>
       <Option type="Map">
        <Option name="tegl" type="QString" value="5" />
       </Option>
       <Option type="Map">
        <Option name="metal" type="QString" value="6" />
       </Option>
       <Option type="Map">
        <Option name="stråtag" type="QString" value="7" />
       </Option>
       <Option type="Map">
        <Option name="fibercement uden asbest" type="QString" value="10" />
       </Option>
       <Option type="Map">
        <Option name="plast" type="QString" value="11" />
       </Option>
       <Option type="Map">
        <Option name="glas" type="QString" value="12" />
       </Option>
       <Option type="Map">
        <Option name="levende tag" type="QString" value="20" />
       </Option>
       <Option type="Map">
        <Option name="ingen (udfaset kode)" type="QString" value="80" />
       </Option>
       <Option type="Map">
        <Option name="andet materiale" type="QString" value="90" />
       </Option>
      </Option>
     </Option>
    </config>
   </editWidget>
  </field>
 </fieldConfiguration>
 <aliases>
  <alias field="save_vaerdi" index="0" name="SAVE-værdi" />
  <alias field="udpeget" index="1" name="Udpeget" />
  <alias field="udpegning" index="2" name="Grundlag for udpegning" />
  <alias field="ensartethed" index="3" name="Ensartethed (andel ens naboer)" />
  <alias field="naboer" index="4" name="Naboer sammenlignet" />
  <alias field="naboer_ens" index="5" name="Naboer, der er ens" />
  <alias field="begrundelse" index="6" name="Begrundelse" />
  <alias field="fredet" index="7" name="Fredet" />
  <alias field="gaeldende_udpegning" index="8" name="Udpeget i dag af" />
  <alias field="bygningstype" index="9" name="Hoved- eller sekundær bygning" />
  <alias field="naboer_afstand_m" index="10" name="Afstand til den fjerneste nabo, der er sammenlignet (m)" />
  <alias field="sikkerhed" index="11" name="Sikkerhed (andel af indstillinger med samme udfald)" />
  <alias field="plangruppe" index="12" name="" />
  <alias field="anvendelse" index="13" name="Anvendelse" />
  <alias field="ydervaeg" index="14" name="Ydervæg (BBR-kode)" />
  <alias field="tagdaekning" index="15" name="Tagdækning (BBR-kode)" />
 </aliases>
 <editorlayout>tablayout</editorlayout>
 <attributeEditorForm>
  <attributeEditorContainer collapsed="0" collapsedExpression="" collapsedExpressionEnabled="0" columnCount="1" groupBox="0" horizontalStretch="0" name="Oplysninger" showLabel="1" type="Tab" verticalStretch="0" visibilityExpression="" visibilityExpressionEnabled="0">
   <attributeEditorField horizontalStretch="0" index="6" name="begrundelse" showLabel="1" verticalStretch="0">
    </attributeEditorField>
   <attributeEditorField horizontalStretch="0" index="0" name="save_vaerdi" showLabel="1" verticalStretch="0">
    </attributeEditorField>
   <attributeEditorField horizontalStretch="0" index="1" name="udpeget" showLabel="1" verticalStretch="0">
    </attributeEditorField>
   <attributeEditorField horizontalStretch="0" index="2" name="udpegning" showLabel="1" verticalStretch="0">
    </attributeEditorField>
   <attributeEditorField horizontalStretch="0" index="3" name="ensartethed" showLabel="1" verticalStretch="0">
    </attributeEditorField>
   <attributeEditorField horizontalStretch="0" index="4" name="naboer" showLabel="1" verticalStretch="0">
    </attributeEditorField>
   <attributeEditorField horizontalStretch="0" index="5" name="naboer_ens" showLabel="1" verticalStretch="0">
    </attributeEditorField>
   <attributeEditorField horizontalStretch="0" index="7" name="fredet" showLabel="1" verticalStretch="0">
    </attributeEditorField>
   <attributeEditorField horizontalStretch="0" index="8" name="gaeldende_udpegning" showLabel="1" verticalStretch="0">
    </attributeEditorField>
   <attributeEditorField horizontalStretch="0" index="9" name="bygningstype" showLabel="1" verticalStretch="0">
    </attributeEditorField>
   <attributeEditorField horizontalStretch="0" index="10" name="naboer_afstand_m" showLabel="1" verticalStretch="0">
    </attributeEditorField>
   <attributeEditorField horizontalStretch="0" index="11" name="sikkerhed" showLabel="1" verticalStretch="0">
    </attributeEditorField>
   <attributeEditorField horizontalStretch="0" index="12" name="plangruppe" showLabel="1" verticalStretch="0">
    </attributeEditorField>
  </attributeEditorContainer>
  <attributeEditorContainer collapsed="0" collapsedExpression="" collapsedExpressionEnabled="0" columnCount="1" groupBox="0" horizontalStretch="0" name="Registrene" showLabel="1" type="Tab" verticalStretch="0" visibilityExpression="" visibilityExpressionEnabled="0">
   <attributeEditorField horizontalStretch="0" index="-1" name="adresse" showLabel="1" verticalStretch="0">
    </attributeEditorField>
   <attributeEditorField horizontalStretch="0" index="-1" name="ejendom_id" showLabel="1" verticalStretch="0">
    </attributeEditorField>
   <attributeEditorField horizontalStretch="0" index="-1" name="bygning_id" showLabel="1" verticalStretch="0">
    </attributeEditorField>
   <attributeEditorField horizontalStretch="0" index="-1" name="bbrnummer" showLabel="1" verticalStretch="0">
    </attributeEditorField>
   <attributeEditorField horizontalStretch="0" index="13" name="anvendelse" showLabel="1" verticalStretch="0">
    </attributeEditorField>
   <attributeEditorField horizontalStretch="0" index="-1" name="opfoerelsesaar" showLabel="1" verticalStretch="0">
    </attributeEditorField>
   <attributeEditorField horizontalStretch="0" index="-1" name="ombygningsaar" showLabel="1" verticalStretch="0">
    </attributeEditorField>
   <attributeEditorField horizontalStretch="0" index="-1" name="etager" showLabel="1" verticalStretch="0">
    </attributeEditorField>
   <attributeEditorField horizontalStretch="0" index="14" name="ydervaeg" showLabel="1" verticalStretch="0">
    </attributeEditorField>
   <attributeEditorField horizontalStretch="0" index="15" name="tagdaekning" showLabel="1" verticalStretch="0">
    </attributeEditorField>
   <attributeEditorField horizontalStretch="0" index="-1" name="bebygget_m2" showLabel="1" verticalStretch="0">
    </attributeEditorField>
   <attributeEditorField horizontalStretch="0" index="-1" name="samlet_m2" showLabel="1" verticalStretch="0">
    </attributeEditorField>
   <attributeEditorField horizontalStretch="0" index="-1" name="kvarter" showLabel="1" verticalStretch="0">
    </attributeEditorField>
   <attributeEditorField horizontalStretch="0" index="-1" name="fortaelling" showLabel="1" verticalStretch="0">
    </attributeEditorField>
  </attributeEditorContainer>
 </attributeEditorForm>
 <labelOnTop>
  <field labelOnTop="1" name="begrundelse" />
  <field labelOnTop="1" name="bygningstype" />
  <field labelOnTop="1" name="ensartethed" />
  <field labelOnTop="1" name="naboer_afstand_m" />
  <field labelOnTop="1" name="sikkerhed" />
 </labelOnTop>
 <previewExpression>coalesce(nullif(to_string(attribute(@feature, 'adresse')), ''), nullif(to_string(attribute(@feature, 'navn')), ''), nullif(to_string(attribute(@feature, 'jordstykker')), ''), nullif(to_string(attribute(@feature, 'tema_navn')), ''), nullif(to_string(attribute(@feature, 'kilde')), ''), 'Bygning uden adresse (BBR ' || nullif(to_string(attribute(@feature, 'bbrnummer')), '') || ')', 'Bygning uden adresse (id ' || left(nullif(to_string(attribute(@feature, 'bygning_id')), ''), 8) || ')', nullif(to_string(attribute(@feature, 'objekt_id')), ''), nullif(to_string(attribute(@feature, 'ejendom_id')), ''), nullif(to_string(attribute(@feature, 'fra_id')), ''), 'Nr. ' || to_string(@id))</previewExpression>
 <mapTip enabled="1">&lt;div style="font-family: sans-serif; max-width: 28em"&gt;
&lt;b&gt;[% coalesce(replace(replace(nullif(to_string(attribute(@feature, 'adresse')), ''), '&amp;', '&amp;amp;'), '&lt;', '&amp;lt;'), 'Bygning') %]&lt;/b&gt;
&lt;p style="margin: 0.3em 0"&gt;SAVE-værdi: [% coalesce(to_string(attribute(@feature, 'save_vaerdi')), 'ingen') %] ·
[% CASE WHEN (lower(coalesce(to_string(attribute(@feature, 'fredet')), '')) IN ('true', '1', 't') OR coalesce(to_string(attribute(@feature, 'plangruppe')), '') = 'fredet') THEN 'fredet: ikke omfattet af lokalplanens bestemmelser' WHEN (coalesce(to_string(attribute(@feature, 'plangruppe')), '') = 'kirke') THEN 'kirke: ikke omfattet af lokalplanens bestemmelser' WHEN lower(coalesce(to_string(attribute(@feature, 'udpeget')), '')) IN ('true', '1', 't') THEN coalesce(@svar_udpeget, 'udpeget') ELSE coalesce(@svar_ikke_udpeget, 'ikke udpeget') END %]&lt;/p&gt;
&lt;p style="margin: 0.3em 0"&gt;[% if(((lower(coalesce(to_string(attribute(@feature, 'fredet')), '')) IN ('true', '1', 't') OR coalesce(to_string(attribute(@feature, 'plangruppe')), '') = 'fredet') OR (coalesce(to_string(attribute(@feature, 'plangruppe')), '') = 'kirke')) AND coalesce(replace(replace(nullif(to_string(attribute(@feature, 'begrundelse')), ''), '&amp;', '&amp;amp;'), '&lt;', '&amp;lt;'), '') &lt;&gt; '', 'Kommunens regel ville ellers sige: »' || coalesce(replace(replace(nullif(to_string(attribute(@feature, 'begrundelse')), ''), '&amp;', '&amp;amp;'), '&lt;', '&amp;lt;'), '') || '«', coalesce(replace(replace(nullif(to_string(attribute(@feature, 'begrundelse')), ''), '&amp;', '&amp;amp;'), '&lt;', '&amp;lt;'), '')) %]&lt;/p&gt;
&lt;/div&gt;</mapTip>
 <layerGeometryType>0</layerGeometryType>
</qgis>
